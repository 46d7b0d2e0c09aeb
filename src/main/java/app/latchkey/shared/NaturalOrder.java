package app.latchkey.shared;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Orders names as people count: Room 2 comes before Room 10. The database's {@code natural_order} does the same. */
public final class NaturalOrder {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int DIGITS = 12;

    private static final Comparator<String> OF_NAMES =
            Comparator.comparing(NaturalOrder::padded).thenComparing(Comparator.naturalOrder());

    private NaturalOrder() {}

    public static Comparator<String> ofNames() {
        return OF_NAMES;
    }

    /** @param name what to order by */
    public static <T> Comparator<T> by(Function<? super T, String> name) {
        return Comparator.comparing(name, OF_NAMES);
    }

    private static String padded(String name) {
        return NUMBER.matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(number ->
                        "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group());
    }
}
