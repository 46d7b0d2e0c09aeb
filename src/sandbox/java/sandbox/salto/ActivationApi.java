package sandbox.salto;

import java.time.Clock;
import java.util.regex.Pattern;
import sandbox.http.Fields;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/**
 * Setting somebody up for opening doors from afar, by the API alone: the secret is told once, the PIN is mailed, and a code made of both activates.
 * Afterwards neither can be had again.
 */
final class ActivationApi {
    private static final Pattern DELTA = Pattern.compile("\\d{4}");

    private final SaltoAccess access;
    private final Clock clock;

    ActivationApi(SaltoAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    void addTo(Router router) {
        String iq = SaltoApi.VERSIONS + "/sites/{site}/iqs/{iq}";
        router.on("GET", iq + "/secret", this::secret)
                .on("GET", iq + "/pin", this::mailPin)
                .on("PUT", iq + "/pin", this::activate);
    }

    private Response secret(Request request) {
        OneTimeCodes codes = codes(request);
        if (codes.told || codes.isActivated()) {
            throw SaltoError.of(403, 2203, "Cannot get first secret for an already activated Iq.");
        }
        codes.told = true;
        return Response.json(Fields.of("secret", codes.secret));
    }

    private Response mailPin(Request request) {
        OneTimeCodes codes = codes(request);
        if (codes.isActivated()) {
            throw SaltoError.of(403, 2203, "command_forbidden");
        }
        if (!request.query().text("send_email").equals("true")) {
            throw SaltoError.invalidRequest("The request is invalid.");
        }
        codes.pin = OneTimeCodes.newPin();
        return Response.empty(204);
    }

    /** Proves the codes, and changes the PIN by a difference, which had better be 0000. */
    private Response activate(Request request) {
        OneTimeCodes codes = codes(request);
        Fields body = request.json();
        if (!body.has("otp")) {
            throw SaltoError.invalidRequest("The otp field is required.");
        }
        if (!DELTA.matcher(body.text("delta")).matches()) {
            throw SaltoError.invalidValue("Delta is not valid");
        }
        codes.check("pin", body.text("otp"), clock.instant());
        codes.change(body.text("delta"));
        codes.activatedAt = clock.instant();
        return Response.empty(204);
    }

    private OneTimeCodes codes(Request request) {
        Site site = access.administered(request);
        access.iq(site, request);
        SiteUser user = site.userOf(access.caller(request)).orElseThrow(SaltoError::notAllowed);
        if (user.codes == null) {
            user.codes = new OneTimeCodes();
        }
        return user.codes;
    }
}
