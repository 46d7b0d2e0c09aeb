package sandbox.salto;

import java.time.Clock;
import sandbox.http.Fields;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/** Opening a door from afar. It wants a one-time code, and asks neither groups nor schedules: whoever may open from afar, opens. */
final class LockingApi {
    private final SaltoAccess access;
    private final Doors doors;
    private final Clock clock;

    LockingApi(SaltoAccess access, Doors doors, Clock clock) {
        this.access = access;
        this.doors = doors;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("PATCH", SaltoApi.VERSIONS + "/sites/{site}/locks/{lock}/locking", this::open);
    }

    private Response open(Request request) {
        Site site = access.administered(request);
        Lock lock = access.lock(site, request.variable("lock"));
        SiteUser user = site.userOf(access.caller(request)).orElseThrow(SaltoError::notAllowed);
        String code = request.json().text("otp");
        if (!user.remoteAccess) {
            throw SaltoError.of(403, 2203, "command_forbidden");
        }
        if (code.isEmpty()) {
            throw SaltoError.of(404, 2202, "Otp is invalid");
        }
        if (user.codes == null || !user.codes.isActivated()) {
            throw SaltoError.of(403, 2203, "pin_not_changed");
        }
        user.codes.check("locking", code, clock.instant());
        doors.opensFromAfar(site, lock, user.person, clock.instant());
        return Response.json(Fields.of("id", lock.id, "locked_state", "unlocked"));
    }
}
