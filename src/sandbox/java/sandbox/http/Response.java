package sandbox.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer. */
public record Response(int status, Map<String, String> headers, byte[] content) {

    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    public static Response json(int status, @Nullable Object value) {
        return text(status, "application/json; charset=utf-8", Json.write(value));
    }

    public static Response json(@Nullable Object value) {
        return json(200, value);
    }

    public static Response html(String page) {
        return text(200, "text/html; charset=utf-8", page);
    }

    public static Response redirect(URI to) {
        return empty(303).with("Location", to.toString());
    }

    public static Response text(int status, String type, String text) {
        return new Response(status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
    }

    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, content);
    }

    public Response withContent(byte[] other) {
        return new Response(status, headers, other);
    }
}
