package sandbox.salto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.IntStream;
import sandbox.http.Fields;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/**
 * Opening a door from afar. It wants a one-time code made of the time, and asks neither groups nor schedules: whoever may open from afar, opens. Several
 * wrong codes block all of them for twenty minutes.
 */
final class LockingApi {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final int VALID_SECONDS = 180;
    private static final int WRONG_BEFORE_BLOCK = 5;
    private static final Duration BLOCKED = Duration.ofMinutes(20);

    private final SaltoAccess access;
    private final Clock clock;

    LockingApi(SaltoAccess access, Clock clock) {
        this.access = access;
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
        if (!user.remoteAccess || user.otpKey == null) {
            throw SaltoError.of(403, 2203, "command_forbidden");
        }
        if (code.isEmpty()) {
            throw SaltoError.of(404, 2202, "Otp is invalid");
        }
        check(user, code);
        return Response.json(Fields.of("id", lock.id, "locked_state", "unlocked"));
    }

    private void check(SiteUser user, String code) {
        Instant now = clock.instant();
        if (user.codesBlockedUntil != null && now.isBefore(user.codesBlockedUntil)) {
            throw SaltoError.of(403, 3102, "otp_blocked");
        }
        String key = Objects.requireNonNull(user.otpKey);
        if (IntStream.rangeClosed(-VALID_SECONDS, VALID_SECONDS)
                .noneMatch(second -> code(now.plusSeconds(second), key).equals(code))) {
            user.wrongCodes++;
            user.codesBlockedUntil = user.wrongCodes >= WRONG_BEFORE_BLOCK ? now.plus(BLOCKED) : null;
            throw SaltoError.of(400, 3102, "otp_invalid");
        }
        user.wrongCodes = 0;
    }

    /** The first five hexadecimal digits of MD5 over time, secret and PIN. */
    static String code(Instant when, String key) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5")
                    .digest((SECOND.format(when) + key).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash).substring(0, 5);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
