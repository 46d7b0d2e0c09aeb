package app.latchkey.nexudus;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Texts that nobody can guess. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** So many random bytes, as hexadecimal digits. */
    static String ofBytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
