package sandbox.nexudus;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Nexudus signs: over the ASCII bytes of the JSON text, where every UTF-16 unit beyond ASCII has become {@code ?}. */
public final class HookSignature {
    private HookSignature() {}

    /** The signature that goes with a delivery, if one does. */
    static Optional<String> of(String json, String secret, NexudusSettings.Signing signing) {
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        return switch (signing) {
            case ASCII_BY_UNIT -> Optional.of(of(json, secret));
            case ASCII_BY_CHARACTER -> Optional.of(of(json.replaceAll("[^\\x00-\\x7f]", "?"), secret));
            case BYTES -> Optional.of(overBytes(json, secret));
            case NONE -> Optional.empty();
        };
    }

    /** Upper-case hexadecimal HMAC-SHA256. */
    public static String of(String json, String secret) {
        return signed(ascii(json), secret);
    }

    /** As some later version might sign: over the bytes that are sent. */
    public static String overBytes(String json, String secret) {
        return signed(json.getBytes(StandardCharsets.UTF_8), secret);
    }

    private static String signed(byte[] message, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ascii(secret), "HmacSHA256"));
            return HexFormat.of().withUpperCase().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (text.charAt(i) < 128 ? text.charAt(i) : '?');
        }
        return new String(bytes, StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII);
    }
}
