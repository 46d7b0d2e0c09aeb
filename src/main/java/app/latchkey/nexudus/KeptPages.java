package app.latchkey.nexudus;

import app.latchkey.connection.Foreign;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages of one whole reading. Those after which more follows are kept until the reading is over, so that one that breaks off, or dies
 * with its node, is gone on with: the same questions are asked again, and answered from here as far as the first one got. What has only one
 * page is asked anew, which costs the same.
 */
final class KeptPages implements Pages {

    private static final JsonMapper JSON = Foreign.json();

    private final SpaceId space;
    private final Scopes scopes;
    private final PageRows rows;
    private final Pages nexudus;
    private final Instant begunAt;
    private final boolean goesOn;
    private boolean brokeOff;

    private KeptPages(SpaceId space, Scopes scopes, PageRows rows, Pages nexudus, Instant begunAt, boolean goesOn) {
        this.space = space;
        this.scopes = scopes;
        this.rows = rows;
        this.nexudus = nexudus;
        this.begunAt = begunAt;
        this.goesOn = goesOn;
    }

    /** A reading that begins now, told as exactly as it can be kept, or goes on with one that began after {@code oldest}. */
    static KeptPages of(SpaceId space, Scopes scopes, PageRows rows, Pages nexudus, Instant oldest, Instant now) {
        Optional<Instant> before = scopes.inSpace(space, rows::begunAt);
        Optional<Instant> young = before.filter(begun -> begun.isAfter(oldest));
        if (before.isPresent() && young.isEmpty()) {
            scopes.inSpace(space, rows::forgetAll);
        }
        Instant begunAt = young.orElse(now.truncatedTo(ChronoUnit.MICROS));
        return new KeptPages(space, scopes, rows, nexudus, begunAt, young.isPresent());
    }

    /** When the reading began: nothing that it brings is older. */
    Instant begunAt() {
        return begunAt;
    }

    @Override
    public JsonNode read(SpaceId asking, String path) {
        Optional<String> kept = goesOn ? scopes.inSpace(space, () -> rows.find(path)) : Optional.empty();
        return kept.map(JSON::readTree).orElseGet(() -> ask(path));
    }

    private JsonNode ask(String path) {
        JsonNode answer;
        try {
            answer = nexudus.read(space, path);
        } catch (PartnerFailure failure) {
            brokeOff = true;
            throw failure;
        }
        if (answer.isArray() || answer.path("HasNextPage").asBoolean(false)) {
            scopes.inSpace(space, () -> rows.put(path, answer.toString(), begunAt));
        }
        return answer;
    }

    @Override
    public void doubt(String list) {
        scopes.inSpace(space, () -> rows.forget(list));
    }

    /** The reading has asked all that it had to ask. What it was answered is kept only where an answer failed to come. */
    void over() {
        if (!brokeOff) {
            scopes.inSpace(space, rows::forgetAll);
        }
    }
}
