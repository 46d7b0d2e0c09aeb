package app.latchkey.connection;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others have written is read within bounds: what goes beyond them is nonsense, and would be too much for us or for the database. */
public final class Foreign {

    /** No partner's records are a tenth as deep. */
    private static final int DEEPEST = 64;

    private static final Pattern TOKEN = Pattern.compile("[!-~]+");
    private static final double LARGEST = 1e12;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Foreign() {}

    /** Refuses what is nested deeper than anything sensible is. */
    public static JsonMapper json() {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .build();
    }

    /** Whether it can stand in the header of a request. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** Whether it is a whole number that a {@code long} holds. */
    public static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    /** Whether it is a whole number that an {@code int} holds. */
    public static boolean isCount(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt();
    }

    /** Whether it is a number that money comes in: a short text may name one with a milliard of digits. */
    public static boolean isAmount(JsonNode value) {
        return value.isNumber() && Math.abs(value.asDouble(Double.POSITIVE_INFINITY)) < LARGEST;
    }

    /** @throws DateTimeException for what is no time, or none of our era's first ten thousand years */
    public static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("Beyond all calendars: " + text);
        }
        return time;
    }
}
