package sandbox.nexudus;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Nexudus signs: over the ASCII bytes of the JSON text, where every UTF-16 unit beyond ASCII has become {@code ?}. */
public final class HookSignature {
    private HookSignature() {}

    /** Upper-case hexadecimal HMAC-SHA256. */
    public static String of(String json, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ascii(secret), "HmacSHA256"));
            return HexFormat.of().withUpperCase().formatHex(mac.doFinal(ascii(json)));
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
