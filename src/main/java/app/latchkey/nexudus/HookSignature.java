package app.latchkey.nexudus;

import app.latchkey.shared.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nexudus signs with HMAC-SHA256 over the ASCII form of the JSON text, in which every character beyond ASCII has become a question mark,
 * and sends the text itself as UTF-8. Which of the two forms a later version signs is its secret, so both are tried; a character beyond the
 * basic plane becomes one question mark or two, depending on the age of its run-time.
 */
final class HookSignature {

    private HookSignature() {}

    static boolean matches(byte[] body, String signature, Secret secret) {
        byte[] given = signature.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        boolean matched = false;
        for (ByteBuffer form : forms(body).toList()) {
            matched |= MessageDigest.isEqual(given, sign(form.array(), secret));
        }
        return matched;
    }

    /** What we sign ourselves, as Nexudus would: for the test message. */
    static String of(String body, Secret secret) {
        return new String(sign(body.getBytes(StandardCharsets.US_ASCII), secret), StandardCharsets.US_ASCII);
    }

    /** Each once: in most messages nothing is beyond ASCII, and all are the same. How many there are says nothing of the secret. */
    private static Stream<ByteBuffer> forms(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String trimmed = text.stripTrailing();
        return Stream.of(
                        body,
                        byUnit(text),
                        byCharacter(text),
                        trimmed.getBytes(StandardCharsets.UTF_8),
                        byUnit(trimmed),
                        byCharacter(trimmed))
                .map(ByteBuffer::wrap)
                .distinct();
    }

    private static byte[] byUnit(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.charAt(i) < 128 ? (byte) text.charAt(i) : (byte) '?';
        }
        return bytes;
    }

    private static byte[] byCharacter(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(point -> ascii.append(point < 128 ? (char) point : '?'));
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sign(byte[] message, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(mac.doFinal(message))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
