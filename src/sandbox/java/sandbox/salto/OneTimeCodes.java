package sandbox.salto;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one user opens doors from afar with: codes made of the time, a secret and a PIN. Several wrong codes block all of them for twenty minutes, for
 * each command by itself.
 */
final class OneTimeCodes implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final int VALID_SECONDS = 180;
    private static final int WRONG_BEFORE_BLOCK = 5;
    private static final Duration BLOCKED = Duration.ofMinutes(20);

    /** How often a command was given a wrong code in a row. */
    private static final class Attempts implements Serializable {
        private static final long serialVersionUID = 1L;
        private int wrong;

        @Nullable
        private Instant blockedUntil;
    }

    final String secret = Tokens.random().substring(0, 16);
    boolean told;

    /** Four digits; null until they were mailed. */
    @Nullable
    String pin;

    @Nullable
    Instant activatedAt;

    private final Map<String, Attempts> attempts = new HashMap<>();

    static String newPin() {
        return "%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
    }

    String key() {
        return secret + pin;
    }

    boolean isActivated() {
        return activatedAt != null;
    }

    /** 400 for a wrong code, 403 for any code after several wrong ones. */
    void check(String command, String code, Instant now) {
        Attempts before = attempts.computeIfAbsent(command, _ -> new Attempts());
        if (before.blockedUntil != null && now.isBefore(before.blockedUntil)) {
            throw SaltoError.of(403, 3102, "otp_blocked");
        }
        if (pin == null || !isOfTheMoment(code, now)) {
            before.wrong++;
            before.blockedUntil = before.wrong >= WRONG_BEFORE_BLOCK ? now.plus(BLOCKED) : null;
            throw SaltoError.of(400, 3102, "otp_invalid");
        }
        before.wrong = 0;
    }

    private boolean isOfTheMoment(String code, Instant now) {
        return IntStream.rangeClosed(-VALID_SECONDS, VALID_SECONDS)
                .anyMatch(second -> code(now.plusSeconds(second), key()).equals(code));
    }

    /** After any difference but 0000 nobody has found out which PIN holds: here it is one that no arithmetic leads to. */
    void change(String delta) {
        if (!delta.equals("0000")) {
            pin = "none" + newPin();
        }
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
