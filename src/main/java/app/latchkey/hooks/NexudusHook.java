package app.latchkey.hooks;

import app.latchkey.nexudus.Nexudus;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nexudus tells us that something has changed. Its message has no time and may be repeated, so it is only a hint about whom to look at:
 * what it says is never used as a fact.
 */
@RestController
class NexudusHook {

    private static final int LARGEST = 256 * 1024;

    private final Nexudus nexudus;
    private final Sync sync;
    private final JsonMapper json = JsonMapper.builder().build();

    NexudusHook(Nexudus nexudus, Sync sync) {
        this.nexudus = nexudus;
        this.sync = sync;
    }

    /** The address finds the space and grants nothing: the signature does. */
    @PostMapping("/hooks/nexudus/{id}/{action}")
    ResponseEntity<Void> take(
            @PathVariable String id,
            @PathVariable String action,
            @RequestHeader(name = "X-Nexudus-Hook-Signature", required = false) @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Optional<SpaceId> space = nexudus.spaceOfHook(id);
        if (space.isEmpty() || signature == null || !nexudus.verifies(space.get(), body, signature)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        sync.wake(space.get(), subject(action, body), "hook");
        return ResponseEntity.ok().build();
    }

    /** The customer whom the entity is about; the whole space where it names none. */
    private Subject subject(String action, byte[] body) {
        try {
            JsonNode entity = json.readTree(body).path(0);
            JsonNode customer = entity.path("CoworkerId");
            JsonNode own = entity.path("Id");
            if (isId(customer)) {
                return Subject.customer(new CustomerId(customer.asLong()));
            }
            return HookActions.isAboutCustomer(action) && isId(own)
                    ? Subject.customer(new CustomerId(own.asLong()))
                    : Subject.wholeSpace();
        } catch (JacksonException unreadable) {
            return Subject.wholeSpace();
        }
    }

    private static boolean isId(JsonNode node) {
        return node.isIntegralNumber() && node.asLong() > 0;
    }
}
