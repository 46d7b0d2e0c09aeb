package sandbox.salto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;
import sandbox.http.Parameters;

/**
 * The part of OData that Salto is known to understand: {@code eq}, {@code contains}, {@code and}, one order, top and
 * skip. Anything else is 400/1102. Text is compared without regard to case.
 */
final class ListQuery {
    private static final Pattern EQ = Pattern.compile("([\\w/]+)\\s+eq\\s+(?:'((?:[^']|'')*)'|([\\w.-]+))");
    private static final Pattern CONTAINS = Pattern.compile("contains\\(\\s*([\\w/]+)\\s*,\\s*'((?:[^']|'')*)'\\s*\\)");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+(?=(?:[^']*'[^']*')*[^']*$)");

    private ListQuery() {}

    static List<Fields> select(List<Fields> rows, Parameters query) {
        List<Fields> selected = new ArrayList<>(rows);
        query.find("$filter").ifPresent(filter -> {
            AND.splitAsStream(filter.strip())
                    .forEach(term -> selected.removeIf(condition(term.strip()).negate()));
        });
        query.find("$orderby").ifPresent(order -> selected.sort(order(order, rows)));
        return selected;
    }

    private static Predicate<Fields> condition(String term) {
        Matcher eq = EQ.matcher(term);
        if (eq.matches()) {
            String wanted = eq.group(2) != null ? unquote(eq.group(2)) : eq.group(3);
            return row -> text(row, eq.group(1)).equalsIgnoreCase(wanted);
        }
        Matcher contains = CONTAINS.matcher(term);
        if (contains.matches()) {
            String wanted = unquote(contains.group(2)).toLowerCase(Locale.ROOT);
            return row -> text(row, contains.group(1)).toLowerCase(Locale.ROOT).contains(wanted);
        }
        throw SaltoError.invalidQuery("Filter is not valid: " + term);
    }

    private static Comparator<Fields> order(String order, List<Fields> rows) {
        String[] words = order.strip().split("\\s+", -1);
        rows.stream().findFirst().ifPresent(row -> text(row, words[0]));
        Comparator<Fields> ascending = Comparator.comparing(row -> text(row, words[0]));
        return words.length > 1 && words[1].equals("desc") ? ascending.reversed() : ascending;
    }

    private static String unquote(String text) {
        return text.replace("''", "'");
    }

    /** The value at a path such as {@code user/email}; 1102 when there is no such property. */
    private static String text(Fields row, String path) {
        @Nullable Object value = row;
        for (String step : path.split("/", -1)) {
            if (!(value instanceof Map<?, ?> map) || !map.containsKey(step)) {
                throw SaltoError.invalidQuery("Could not find a property named '" + step + "'");
            }
            value = map.get(step);
        }
        return value == null ? "" : value.toString();
    }
}
