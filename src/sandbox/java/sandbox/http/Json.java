package sandbox.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the partners' JSON; times are written as the partners write them. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private Json() {}

    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(plain(value));
    }

    /** The object in this text; a refusal is the caller's business when it is none. */
    public static Fields object(String text) {
        if (value(MAPPER.readTree(text.isBlank() ? "{}" : text)) instanceof Fields fields) {
            return fields;
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    public static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant time -> time.truncatedTo(ChronoUnit.SECONDS).toString();
            case LocalDateTime time -> LOCAL.format(time);
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, inner) -> copy.put(String.valueOf(name), plain(inner)));
                yield copy;
            }
            case Iterable<?> items -> {
                List<@Nullable Object> copy = new ArrayList<>();
                items.forEach(item -> copy.add(plain(item)));
                yield copy;
            }
            case Number number -> number;
            case Boolean flag -> flag;
            case Object other -> other.toString();
        };
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            Fields fields = new Fields();
            node.properties().forEach(entry -> fields.put(entry.getKey(), value(entry.getValue())));
            return fields;
        }
        if (node.isArray()) {
            List<@Nullable Object> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return items;
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isString() ? node.stringValue() : null;
    }
}
