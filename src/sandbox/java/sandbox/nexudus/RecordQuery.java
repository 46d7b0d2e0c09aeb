package sandbox.nexudus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;
import sandbox.http.Parameters;
import sandbox.http.Refusal;
import sandbox.http.Response;

/**
 * Filters and order of a list: {@code Booking_Resource=5}, {@code from_Booking_FromTime=…}, {@code orderBy=Name}.
 *
 * <p>A linked id is named without its {@code Id}; a path may go on through the linked record. Both ends of a range
 * count. A property that does not exist is refused with 400, so that a mistyped filter is noticed.
 */
final class RecordQuery {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\dZ)?)?");
    private static final Pattern BEGINS_WITH_A_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern FILTER = Pattern.compile("(from_|to_)?([A-Za-z]+)_(\\w+)");

    private final NexudusState state;
    private final Kind kind;
    private final NexudusSettings settings;

    RecordQuery(NexudusState state, Kind kind, NexudusSettings settings) {
        this.state = state;
        this.settings = settings;
        this.kind = kind;
    }

    Predicate<Fields> condition(Parameters query) {
        Predicate<Fields> all = row -> true;
        for (Map.Entry<String, String> each : query.values().entrySet()) {
            Matcher matcher = FILTER.matcher(each.getKey());
            if (settings.ignoresFromId
                    && each.getKey().startsWith("from_")
                    && each.getKey().endsWith("_Id")) {
                continue;
            }
            if (matcher.matches()
                    && matcher.group(2).equals(kind.entity)
                    && !each.getValue().isEmpty()) {
                all = all.and(
                        condition(Optional.ofNullable(matcher.group(1)).orElse(""), matcher.group(3), each.getValue()));
            } else if (matcher.matches()) {
                throw refuse(each.getKey(), "is no filter of " + kind.entity);
            }
        }
        return all;
    }

    private Predicate<Fields> condition(String range, String path, String wanted) {
        if (!range.isEmpty() && BEGINS_WITH_A_DAY.matcher(wanted).lookingAt()) {
            var unused = time(wanted);
        }
        BiPredicate<Object, String> test = switch (range) {
            case "from_" -> (value, text) -> compare(value, text) >= 0;
            case "to_" -> (value, text) -> compare(value, text) <= 0;
            default -> RecordQuery::same;
        };
        return row -> {
            Object value = value(kind, row, path);
            return value != null && test.test(value, wanted);
        };
    }

    private static boolean same(Object value, String wanted) {
        return value instanceof Instant
                ? compare(value, wanted) == 0
                : value.toString().equalsIgnoreCase(wanted);
    }

    private static int compare(Object value, String wanted) {
        try {
            return switch (value) {
                case Instant time -> time.compareTo(time(wanted));
                case Number number -> Double.compare(number.doubleValue(), Double.parseDouble(wanted));
                default -> value.toString().compareToIgnoreCase(wanted);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw refuse(wanted, "cannot be read");
        }
    }

    /** To the day, to the minute or to the second, and no finer. */
    private static Instant time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw refuse(text, "is no time");
        }
        return switch (text.length()) {
            case 10 -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            case 16 -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            default -> Instant.parse(text);
        };
    }

    private @Nullable Object value(Kind of, Fields row, String path) {
        String joined = path.replace("_", "");
        for (String name : new String[] {joined, joined + "Id"}) {
            if (row.containsKey(name)) {
                return row.get(name);
            }
        }
        int step = path.indexOf('_');
        if (step < 0) {
            throw refuse(path, "is no property of " + of.entity);
        }
        Kind linked = linked(path.substring(0, step));
        return state.find(linked, row.number(path.substring(0, step) + "Id"))
                .map(other -> value(linked, other, path.substring(step + 1)))
                .orElse(null);
    }

    private static Kind linked(String name) {
        return switch (name) {
            case "IssuedBy", "InvoicingBusiness", "FloorPlanBusiness" -> Kind.BUSINESS;
            case "PayingMember" -> Kind.COWORKER;
            default ->
                Stream.of(Kind.values())
                        .filter(kind -> kind.entity.equals(name))
                        .findFirst()
                        .orElseThrow(() -> refuse(name, "is no linked record"));
        };
    }

    /** By id unless asked otherwise; {@code descending} and {@code -1} turn the order round. */
    static Comparator<Fields> order(Parameters query) {
        String name = query.find("orderBy").orElse("Id");
        Comparator<Fields> order = name.equals("Id")
                ? Comparator.comparingLong(row -> row.number("Id"))
                : Comparator.<Fields, String>comparing(row -> row.text(name))
                        .thenComparingLong(row -> row.number("Id"));
        String direction = query.text("dir").toLowerCase(java.util.Locale.ROOT);
        return direction.equals("descending") || direction.equals("-1") ? order.reversed() : order;
    }

    private static Refusal refuse(String what, String why) {
        return new Refusal(Response.json(400, Fields.of("Message", what + " " + why, "WasSuccessful", false)));
    }
}
