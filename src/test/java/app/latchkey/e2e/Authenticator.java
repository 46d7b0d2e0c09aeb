package app.latchkey.e2e;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** An app that shows six digits for a key that was typed into it. */
public record Authenticator(String key) {

    /** Reads the key off the page that offers it. */
    public static Authenticator typedFrom(Visitor visitor) {
        return new Authenticator(visitor.page()
                .getByText("Type this key")
                .locator("code")
                .innerText()
                .replace(" ", ""));
    }

    public String digitsAt(Instant now) {
        TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(key), codes.getAlgorithm()), now);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
