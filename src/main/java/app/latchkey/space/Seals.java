package app.latchkey.space;

import app.latchkey.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keyed fingerprints (HMAC-SHA256) that nobody can make from the database alone. Each purpose has a key of its own, derived from the
 * deployment's encryption keys; the newest makes, all of them recognise.
 */
@Component
public class Seals {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<Key> keys;

    Seals(LatchkeySettings settings) {
        keys = settings.encryptionKeys().stream().map(Key::parse).toList();
    }

    /** A fingerprint and the id of the key that made it. */
    public record Seal(String keyId, byte[] value) {}

    public Seal seal(String purpose, byte[] content) {
        return keys.getFirst().seal(purpose, content);
    }

    public Seal seal(String purpose, String content) {
        return seal(purpose, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the fingerprint is of this content; compares in constant time. False when its key is gone. */
    public boolean fits(Seal seal, String purpose, byte[] content) {
        return keys.stream()
                .filter(key -> key.id().equals(seal.keyId()))
                .anyMatch(
                        key -> MessageDigest.isEqual(key.seal(purpose, content).value(), seal.value()));
    }

    public boolean fits(Seal seal, String purpose, String content) {
        return fits(seal, purpose, content.getBytes(StandardCharsets.UTF_8));
    }

    private record Key(String id, byte[] bytes) {

        static Key parse(Secret written) {
            String text = written.reveal();
            int colon = text.indexOf(':');
            return new Key(text.substring(0, colon), Base64.getDecoder().decode(text.substring(colon + 1)));
        }

        Seal seal(String purpose, byte[] content) {
            return new Seal(id, mac(mac(bytes, purpose.getBytes(StandardCharsets.UTF_8)), content));
        }

        private static byte[] mac(byte[] key, byte[] content) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(key, ALGORITHM));
                return mac.doFinal(content);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
            }
        }
    }
}
