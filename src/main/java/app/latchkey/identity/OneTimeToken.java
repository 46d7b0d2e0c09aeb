package app.latchkey.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;

/** Random texts that stand for a right. Only the digest of a long one is stored: 256 random bits need no key. */
public final class OneTimeToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int BYTES = 32;
    private static final int CODES = 1_000_000;

    private OneTimeToken() {}

    /** 256 random bits, fit for an address. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String sixDigits() {
        return "%06d".formatted(RANDOM.nextInt(CODES));
    }

    /** Random letters and digits that are not mistaken for one another, almost five bits each. */
    static String readable(int length) {
        return RANDOM.ints(length, 0, READABLE.length())
                .mapToObj(index -> String.valueOf(READABLE.charAt(index)))
                .collect(Collectors.joining());
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    static boolean matches(String token, byte[] digest) {
        return MessageDigest.isEqual(digest(token), digest);
    }
}
