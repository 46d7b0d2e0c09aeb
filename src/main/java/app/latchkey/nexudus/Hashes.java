package app.latchkey.nexudus;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** What is kept of a random text that must only be known again. */
final class Hashes {

    private Hashes() {}

    static byte[] of(String random) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(random.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
