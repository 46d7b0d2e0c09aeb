package app.latchkey.operator;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.identity.ByOperators;
import app.latchkey.identity.CurrentUser;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.SecondWriter;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Dispute;
import app.latchkey.sync.DisputeQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;

/** What an operator says about people whom somebody else keeps taking out, and who that may be. */
@Service
public class DecideDisputes {

    private final CurrentUser users;
    private final DisputeQuestions disputes;
    private final Nexudus nexudus;

    DecideDisputes(CurrentUser users, DisputeQuestions disputes, Nexudus nexudus) {
        this.users = users;
        this.disputes = disputes;
        this.nexudus = nexudus;
    }

    public List<Dispute> all(SpaceId space) {
        return disputes.all(space);
    }

    @ByOperators
    public void letIn(SpaceId space, Dispute dispute) {
        disputes.letIn(space, dispute, users.get().getName());
    }

    @ByOperators
    public void leaveOut(SpaceId space, Dispute dispute) {
        disputes.leaveOut(space, dispute, users.get().getName());
    }

    /**
     * Looks for signs of Nexudus's own Salto integration, and says what it found: later, for every customer and item is read, as fast as
     * Nexudus allows.
     */
    @ByOperators
    public CompletableFuture<String> otherWriter(SpaceId space) {
        return CompletableFuture.supplyAsync(
                () -> found(space), Thread.ofVirtual().name("other-writer")::start);
    }

    private String found(SpaceId space) {
        try {
            return words(nexudus.secondWriter(space));
        } catch (PartnerFailure failure) {
            return "Nexudus does not say: " + failure.words();
        }
    }

    private static String words(SecondWriter found) {
        if (!found.isThere()) {
            return "Nexudus shows no sign of its own Salto integration. Ask your team, and look for other programs in Salto.";
        }
        List<String> signs = new ArrayList<>();
        if (found.customers() > 0) {
            signs.add(Sentences.people(found.customers()) + " connected to Salto");
        }
        if (!found.items().isEmpty()) {
            signs.add("a group of its own for " + String.join(", ", found.items()));
        }
        return "Nexudus's own Salto integration seems to be switched on: %s. Switch it off in Nexudus, or the two go on undoing each other."
                .formatted(String.join(" and ", signs));
    }
}
