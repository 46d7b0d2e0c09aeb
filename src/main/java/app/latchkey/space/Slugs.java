package app.latchkey.space;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** A space's name as it stands in addresses. */
final class Slugs {

    private static final int LONGEST = 40;
    private static final String NAMELESS = "space";

    private Slugs() {}

    /** Latin letters and digits with hyphens between: "Café Nº 4" becomes "cafe-no-4". */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String shortened = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        String trimmed = shortened.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? NAMELESS : trimmed;
    }

    /** The slug, or the first of slug-2, slug-3 … that nobody has. */
    static String free(String slug, Set<String> taken) {
        String candidate = slug;
        for (int number = 2; taken.contains(candidate); number++) {
            candidate = slug + "-" + number;
        }
        return candidate;
    }
}
