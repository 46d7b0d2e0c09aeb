package sandbox.salto;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/** What a user opens with. */
final class CredentialsApi {
    private final SaltoAccess access;
    private final SaltoLists lists;
    private final SaltoState state;
    private final Clock clock;

    CredentialsApi(SaltoAccess access, SaltoLists lists, SaltoState state, Clock clock) {
        this.access = access;
        this.lists = lists;
        this.state = state;
        this.clock = clock;
    }

    void addTo(Router router) {
        String user = SaltoApi.VERSIONS + "/sites/{site}/users/{user}";
        router.on("PUT", user + "/pin", this::rotatePin)
                .on("PUT", user + "/pin/custom", this::choosePin)
                .on("GET", user + "/keys", this::keys);
    }

    /** Every call makes a new PIN and ends the old one; the answer is a bare JSON string. */
    private Response rotatePin(Request request) {
        Site site = access.writable(request);
        SiteUser user = access.changeable(site, request);
        if (!user.isReady(clock.instant()) || !user.usePin || !site.pinEnabled) {
            throw SaltoError.notAllowed();
        }
        Fields body = request.json();
        String pin = newPin();
        user.pin = pin;
        state.issued.add(pin);
        user.pinExpiry = body.has("expiry_date") ? body.text("expiry_date") : null;
        return Response.json(pin);
    }

    /** No subscription here has the feature {@code custom_pin}. */
    private Response choosePin(Request request) {
        access.changeable(access.writable(request), request);
        throw SaltoError.notAllowed();
    }

    private String newPin() {
        String wanted = state.nextPin;
        state.nextPin = null;
        return wanted != null
                ? wanted
                : String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
    }

    private Response keys(Request request) {
        Site site = access.administered(request);
        SiteUser user = access.user(site, request);
        List<Fields> keys = new ArrayList<>();
        if (user.pin != null) {
            keys.add(key("pin", "pin", user.pinExpiry));
        }
        if (user.person.tagNumber != null) {
            keys.add(key("tag", user.person.tagNumber, null));
        }
        if (user.person.hasPhoneKey) {
            keys.add(key("mkey", user.person.id, null));
        }
        return lists.answer(request, keys);
    }

    private static Fields key(String type, String identifier, @Nullable String expiry) {
        return Fields.of("type", type, "key_identifier", identifier, "expiry_date", expiry, "offline_access", false);
    }
}
