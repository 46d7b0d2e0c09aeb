package stranger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records of both partners. */
final class Json {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Json() {}

    /** Names and values in turn. */
    static ObjectNode of(@Nullable Object... pairs) {
        ObjectNode node = JSON.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            node.putPOJO(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return JSON.valueToTree(node);
    }

    static ObjectNode read(String text) {
        return (ObjectNode) JSON.readTree(text.isEmpty() ? "{}" : text);
    }

    static JsonNode tree(String text) {
        return JSON.readTree(text);
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** A field's text; empty for null and for none. */
    static String text(JsonNode row, String name) {
        return row.path(name).asString("");
    }

    /** An id that is always the same for the same name. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
