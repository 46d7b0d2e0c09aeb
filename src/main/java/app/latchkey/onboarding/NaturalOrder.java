package app.latchkey.onboarding;

import java.io.Serial;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Orders names as people count: Room 2 comes before Room 10. */
final class NaturalOrder implements Comparator<String>, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 12;

    @Override
    public int compare(String one, String other) {
        return Comparator.comparing(NaturalOrder::padded)
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);
    }

    private static String padded(String name) {
        return NUMBER.matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(number ->
                        "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group());
    }
}
