package stranger;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request.
 *
 * @param path below the server's own
 * @param query by name
 * @param headers by name, in lower case
 */
record Asked(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isFor(String wanted) {
        return method.equals(wanted);
    }

    /** The JSON body. */
    ObjectNode json() {
        return Json.read(body);
    }

    /** A field of the JSON body, empty without one. */
    String field(String name) {
        return Json.text(json(), name);
    }

    int number(String name, int otherwise) {
        return Optional.ofNullable(query.get(name)).map(Integer::valueOf).orElse(otherwise);
    }

    /** The query once more, with another value for one of its names. */
    String queryWith(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(query);
        other.put(name, value);
        return other.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** A query, or a body that is a form. */
    static Map<String, String> pairs(@Nullable String raw) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            pairs.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
