package app.latchkey.space;

import app.latchkey.shared.Secret;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Seals what must not lie in the database in the open: AES-256-GCM, the key's id in front. The place where it lies is sealed in, so that a
 * value copied to another row or column does not open. The newest key seals; every known key opens.
 */
@Component
public class Vault {

    private final Map<String, Aead> keys = new LinkedHashMap<>();
    private final String newest;

    @Autowired
    Vault(LatchkeySettings settings) {
        this(settings.encryptionKeys());
    }

    /** Each {@code id:base64 of 32 bytes}, newest first. */
    Vault(List<Secret> written) {
        written.forEach(this::learn);
        newest = keys.keySet().iterator().next();
    }

    private void learn(Secret written) {
        String text = written.reveal();
        int colon = text.indexOf(':');
        try {
            keys.put(text.substring(0, colon), new AesGcmJce(Base64.getDecoder().decode(text.substring(colon + 1))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An encryption key cannot be used", e);
        }
    }

    /** @param place names whose row and which column this is, the same for sealing and opening */
    public byte[] seal(String place, Secret secret) {
        byte[] id = newest.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sealed = key(newest)
                    .encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + id.length + sealed.length)
                    .put((byte) id.length)
                    .put(id)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed", e);
        }
    }

    /** @throws IllegalStateException when it was sealed for another place or with a key that is gone */
    public Secret open(String place, byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] id = new byte[buffer.get()];
        buffer.get(id);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            byte[] opened =
                    key(new String(id, StandardCharsets.UTF_8)).decrypt(rest, place.getBytes(StandardCharsets.UTF_8));
            return Secret.of(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed secret does not open", e);
        }
    }

    private Aead key(String id) {
        Aead key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("No encryption key has the id " + id);
        }
        return key;
    }
}
