package app.latchkey.hooks;

import app.latchkey.nexudus.HookAction;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Nexudus calls us. A call is a hint that somebody may have changed, never data: it wakes the engine, which reads for itself. The address
 * only says which space; the signature is what proves the caller.
 */
@RestController
class NexudusHooks {

    private static final Logger LOG = LoggerFactory.getLogger(NexudusHooks.class);

    private final Nexudus nexudus;
    private final Sync sync;
    private final HintReader hints;

    NexudusHooks(Nexudus nexudus, Sync sync, HintReader hints) {
        this.nexudus = nexudus;
        this.sync = sync;
        this.hints = hints;
    }

    @PostMapping("/hooks/nexudus/{hook}")
    ResponseEntity<Void> receive(
            @PathVariable String hook,
            @RequestParam(defaultValue = "") String action,
            @RequestHeader(name = "X-Nexudus-Hook-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        Optional<byte[]> sent = Body.of(request);
        if (sent.isEmpty()) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        byte[] body = sent.get();
        Optional<SpaceId> space = nexudus.spaceOfHook(hook);
        HookAction happened = HookAction.named(action);
        if (space.isEmpty() || !nexudus.verifies(space.get(), happened, body, signature)) {
            LOG.warn("A call to a hook was refused: {}", space.isEmpty() ? "no such hook" : "wrong signature");
            return answer(HttpStatus.UNAUTHORIZED);
        }
        if (happened == HookAction.TEST) {
            return answer(HttpStatus.OK);
        }
        Optional<Subject> subject = hints.subjectOf(action, body);
        subject.ifPresent(about -> sync.hint(space.get(), about, happened.cause()));
        return answer(subject.isPresent() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
