package app.latchkey.operator;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.nexudus.AccessAudit;
import app.latchkey.shared.CustomerId;
import app.latchkey.space.EachSpace;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.Wish;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.CustomerFilter;
import app.latchkey.sync.CustomerRow;
import app.latchkey.sync.Ticked;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes in Nexudus whoever is entitled and cannot be let in, where the space asks for it: once for each reason, and once more when it is solved. A note
 * whose answer was lost may stand there twice.
 */
@Component
class TellNexudus {

    private static final Logger LOG = LoggerFactory.getLogger(TellNexudus.class);

    /** So many of a space at a time; the others follow with the next tick, so that notes never stand in the way of doors. */
    private static final int MOST = 20;

    private static final int ALL = 10_000;

    private final EachSpace each;
    private final Scopes scopes;
    private final Spaces spaces;
    private final CustomerDirectory directory;
    private final ToldNexudus told;
    private final AccessAudit nexudus;

    TellNexudus(
            EachSpace each,
            Scopes scopes,
            Spaces spaces,
            CustomerDirectory directory,
            ToldNexudus told,
            AccessAudit nexudus) {
        this.each = each;
        this.scopes = scopes;
        this.spaces = spaces;
        this.directory = directory;
        this.told = told;
        this.nexudus = nexudus;
    }

    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual()
                .name("tell-nexudus")
                .start(() -> each.serve("notes in Nexudus", TellNexudus::writes, space -> look(space, tick.at())));
    }

    /** Where Nexudus decides it calls us, and we have no user there. */
    private static boolean writes(Space space) {
        return space.active() && space.mode() != Mode.WATCH && !space.decidedByNexudus();
    }

    void look(Space space, Instant now) {
        if (!scopes.inSpace(space.id(), () -> spaces.wants(space.id(), Wish.TELL_NEXUDUS))) {
            return;
        }
        Map<CustomerId, Reason> problems = new HashMap<>();
        for (CustomerRow row : directory.customers(space.id(), "", CustomerFilter.WITHHELD, 0, ALL)) {
            row.reason().filter(reason -> !reason.isDoubt()).ifPresent(why -> problems.put(row.customer(), why));
        }
        Map<CustomerId, String> noted = scopes.inSpace(space.id(), told::all);
        try {
            noted.keySet().stream()
                    .filter(customer -> !problems.containsKey(customer))
                    .limit(MOST)
                    .forEach(customer -> solved(space, customer, noted.getOrDefault(customer, ""), now));
            problems.entrySet().stream()
                    .filter(one -> !one.getValue().code().equals(noted.get(one.getKey())))
                    .limit(MOST)
                    .forEach(one -> problem(space, one.getKey(), one.getValue(), now));
        } catch (PartnerFailure failure) {
            LOG.info("Nexudus took no note of space {}: {}", space.id(), failure.category());
        }
    }

    private void problem(Space space, CustomerId customer, Reason why, Instant now) {
        Voice voice = new Voice(Audience.OPERATOR, space.name(), space.zone(), now);
        String words = "Latchkey: entitled, but not let in: " + ReasonWords.clause(why, voice) + ".";
        boolean ours = scopes.inSpace(space.id(), () -> told.claim(customer, why.code(), now));
        if (ours) {
            note(space, customer, words, true, () -> told.forget(customer));
        }
    }

    private void solved(Space space, CustomerId customer, String reason, Instant now) {
        boolean ours = scopes.inSpace(space.id(), () -> told.forget(customer));
        if (ours) {
            note(space, customer, "Latchkey: solved.", false, () -> told.claim(customer, reason, now));
        }
    }

    /** What was not taken is said again with the next tick. */
    private void note(Space space, CustomerId customer, String words, boolean problem, Runnable notTaken) {
        try {
            nexudus.note(space.id(), customer, words, problem);
        } catch (PartnerFailure failure) {
            scopes.inSpace(space.id(), notTaken);
            throw failure;
        }
    }
}
