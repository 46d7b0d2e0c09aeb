package app.latchkey.nexudus;

import java.util.Arrays;
import java.util.List;

/** Lists that Nexudus keeps in one text. */
final class Texts {

    private Texts() {}

    /** Splits at commas, semicolons and spaces: which of them separates access cards is not documented. */
    static List<String> words(String text) {
        return Arrays.stream(text.split("[,;\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
