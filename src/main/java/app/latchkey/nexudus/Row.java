package app.latchkey.nexudus;

import app.latchkey.connection.Foreign;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One record as Nexudus sent it. A missing key is not null: lists leave keys out, and reading that as "none" would take access away from
 * everybody. What decides is therefore asked for with {@link #number}, {@link #time} and {@link #flag}, which insist on the key.
 */
record Row(JsonNode node) {

    /** A list row lacks a key that decides about access. */
    static final class MissingField extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingField(String name) {
            super(name);
        }
    }

    /** A value that makes no sense. */
    static final class Nonsense extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Nonsense(String name) {
            super(name + " cannot be read");
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    long id() {
        JsonNode id = node.path("Id");
        if (!Foreign.isWhole(id)) {
            throw new Nonsense("Id");
        }
        return id.longValue();
    }

    private JsonNode present(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new MissingField(name);
        }
        return value;
    }

    Optional<Long> number(String name) {
        JsonNode value = present(name);
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!Foreign.isWhole(value)) {
            throw new Nonsense(name);
        }
        return Optional.of(value.longValue()).filter(number -> number != 0);
    }

    long requiredNumber(String name) {
        return number(name).orElseThrow(() -> new Nonsense(name));
    }

    boolean flag(String name) {
        JsonNode value = present(name);
        if (!value.isBoolean()) {
            throw new Nonsense(name);
        }
        return value.booleanValue();
    }

    /** An amount of money, which has to be there. */
    BigDecimal amount(String name) {
        JsonNode value = present(name);
        if (!Foreign.isAmount(value)) {
            throw new Nonsense(name);
        }
        return value.decimalValue();
    }

    /** Nothing also where the key is missing. */
    BigDecimal amountIfAny(String name) {
        return node.path(name).isNumber() ? amount(name) : BigDecimal.ZERO;
    }

    /** UTC, with or without its Z: the local twins of these fields are never read. */
    Optional<Instant> time(String name) {
        JsonNode value = present(name);
        if (value.isNull()) {
            return Optional.empty();
        }
        try {
            String text = value.asString("");
            return Optional.of(Foreign.time(text.endsWith("Z") ? text : text + "Z"));
        } catch (DateTimeException e) {
            throw new Nonsense(name);
        }
    }

    Instant requiredTime(String name) {
        return time(name).orElseThrow(() -> new Nonsense(name));
    }

    /** Empty also where the key is missing: for what is nice to know. Without the one sign that PostgreSQL keeps in no text. */
    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        return value.isString()
                ? Optional.of(value.stringValue().replace("\0", "")).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** Empty also where the key is missing. */
    Optional<Long> numberIfAny(String name) {
        JsonNode value = node.path(name);
        return Foreign.isWhole(value) ? Optional.of(value.longValue()).filter(number -> number != 0) : Optional.empty();
    }

    Optional<Instant> timeIfAny(String name) {
        return has(name) ? time(name) : Optional.empty();
    }

    boolean flagIfAny(String name) {
        return node.path(name).asBoolean(false);
    }

    Optional<UUID> uuid(String name) {
        try {
            return text(name).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Ids from a text such as {@code 4,5}, or else from a collection of ids or records; one of the two has to be there. */
    List<Long> ids(String textName, String collectionName) {
        List<Long> ids = new ArrayList<>();
        if (node.has(collectionName) && node.get(collectionName).isArray()) {
            for (JsonNode each : node.get(collectionName)) {
                JsonNode id = each.isObject() ? each.path("Id") : each;
                if (!Foreign.isWhole(id)) {
                    throw new Nonsense(collectionName);
                }
                ids.add(id.longValue());
            }
            return ids;
        }
        JsonNode value = present(textName);
        try {
            Texts.words(value.asString("")).forEach(word -> ids.add(Long.valueOf(word)));
            return ids;
        } catch (NumberFormatException e) {
            throw new Nonsense(textName);
        }
    }
}
