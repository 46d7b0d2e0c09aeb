package app.latchkey.nexudus;

import java.util.Arrays;
import java.util.List;

/** Lists that are kept in one text. */
final class Texts {

    private Texts() {}

    /** Splits at commas, semicolons and spaces. */
    static List<String> words(String text) {
        return parts(text, "[,;\\s]+");
    }

    /** What we ourselves put together with spaces. */
    static List<String> kept(String text) {
        return parts(text, " ");
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
