package app.latchkey.hooks;

import app.latchkey.nexudus.CustomAcs;
import app.latchkey.nexudus.CustomAcs.Call;
import app.latchkey.nexudus.CustomAcs.Taken;
import app.latchkey.nexudus.Push;
import app.latchkey.nexudus.UnreadablePush;
import app.latchkey.shared.SpaceId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Nexudus's Custom ACS calls us: it asks for our access groups, and says what a customer may open. The address only says which space; the
 * secret is what proves the caller, and who has it not learns nothing.
 */
@RestController
class CustomAcsCalls {

    private static final Logger LOG = LoggerFactory.getLogger(CustomAcsCalls.class);
    private static final String BUSINESS = "X-Nexudus-Business-UniqueId";

    private final CustomAcs acs;
    private final OfferGroups offer;
    private final TakePush taking;
    private final WrittenGroups written;

    CustomAcsCalls(CustomAcs acs, OfferGroups offer, TakePush taking, WrittenGroups written) {
        this.acs = acs;
        this.offer = offer;
        this.taking = taking;
        this.written = written;
    }

    @GetMapping("/acs/{id}/groups")
    ResponseEntity<List<Map<String, String>>> groups(
            @PathVariable String id,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestHeader(name = BUSINESS, defaultValue = "") String business) {
        return acs.admit(id, Call.ASK_FOR_GROUPS, authorization, business)
                .map(space -> ResponseEntity.ok(written.of(offer.to(space, business))))
                .orElseGet(CustomAcsCalls::refused);
    }

    @PostMapping("/acs/{id}/customers")
    ResponseEntity<Void> push(
            @PathVariable String id,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestHeader(name = BUSINESS, defaultValue = "") String business,
            HttpServletRequest request)
            throws IOException {
        Optional<SpaceId> space = acs.admit(id, Call.PUSH, authorization, business);
        if (space.isEmpty()) {
            return refused();
        }
        Optional<byte[]> body = Body.of(request);
        return body.isEmpty()
                ? ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build()
                : take(space.get(), id, authorization, body.get());
    }

    private ResponseEntity<Void> take(SpaceId space, String id, String authorization, byte[] body) {
        try {
            Push push = acs.read(space, body);
            if (acs.admit(id, Call.PUSH, authorization, push.business().orElse(""))
                    .isEmpty()) {
                return refused();
            }
            if (taking.take(space, push) == Taken.OLDER) {
                LOG.debug("A push of Nexudus came after a later one and says nothing new");
            }
            return ResponseEntity.ok().build();
        } catch (UnreadablePush unreadable) {
            LOG.warn("A push of Nexudus could not be understood: {}", unreadable.words());
            return ResponseEntity.badRequest().build();
        }
    }

    private static <T> ResponseEntity<T> refused() {
        LOG.warn("A call of a Custom ACS was refused");
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
}
