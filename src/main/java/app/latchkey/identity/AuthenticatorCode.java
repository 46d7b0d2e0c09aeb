package app.latchkey.identity;

import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.Secret;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes as authenticator apps show them (RFC 6238: SHA-1, six digits, 30 seconds), from a secret in base 32. */
final class AuthenticatorCode {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final long STEP_SECONDS = 30;

    private AuthenticatorCode() {}

    static Secret newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Secret.of(new Base32().encodeToString(bytes));
    }

    /** What the app's camera reads. */
    static String address(Secret secret, EmailAddress account) {
        return "otpauth://totp/Latchkey:%s?secret=%s&issuer=Latchkey"
                .formatted(URLEncoder.encode(account.value(), StandardCharsets.UTF_8), secret.reveal());
    }

    /** The step of which the digits are the code: this one, or a neighbour, because a phone's clock may be off by half a minute. */
    static OptionalLong step(Secret secret, String digits, Instant now) {
        long step = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.of(step, step - 1, step + 1)
                .filter(each -> at(secret, each).equals(digits))
                .findFirst();
    }

    static String at(Secret secret, Instant instant) {
        return at(secret, instant.getEpochSecond() / STEP_SECONDS);
    }

    private static String at(Secret secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret.reveal()), CODES.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("A secret of our own is no key", impossible);
        }
    }
}
