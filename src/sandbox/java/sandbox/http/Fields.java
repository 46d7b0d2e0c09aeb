package sandbox.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, in order: what a partner stores and answers. */
public final class Fields extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    public Fields() {}

    public Fields(Map<String, ? extends @Nullable Object> other) {
        super(other);
    }

    /** Reads as {@code of("id", id, "name", name)}. */
    public static Fields of(@Nullable Object... namesAndValues) {
        Fields fields = new Fields();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    public Fields with(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }

    /** The value as text; empty when absent or null. */
    public String text(String name) {
        Object value = get(name);
        return value == null ? "" : value.toString();
    }

    /** The value as a number; 0 when absent or null. */
    public long number(String name) {
        return get(name) instanceof Number number ? number.longValue() : 0;
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(get(name));
    }

    public @Nullable Instant time(String name) {
        return get(name) instanceof Instant time ? time : null;
    }

    /** Whether there is a value that is not null. */
    public boolean has(String name) {
        return get(name) != null;
    }

    /** The value as a list; empty when absent, null or no list. */
    public List<?> list(String name) {
        return get(name) instanceof List<?> list ? list : List.of();
    }
}
