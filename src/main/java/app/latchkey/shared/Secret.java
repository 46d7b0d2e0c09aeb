package app.latchkey.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must not be seen: a token, a password, a signing key. Prints as {@code ***}, has no getter that a JSON writer would find, and
 * compares in constant time.
 */
public final class Secret {

    private final String hidden;

    private Secret(String hidden) {
        this.hidden = hidden;
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The text itself, for the one place that sends or encrypts it. */
    public String reveal() {
        return hidden;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        hidden.getBytes(StandardCharsets.UTF_8), secret.hidden.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
