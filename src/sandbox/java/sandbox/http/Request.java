package sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One received request. {@code path} is decoded; header names are in lower case. */
public record Request(
        String method,
        String path,
        String rawQuery,
        Map<String, String> headers,
        byte[] content,
        Map<String, String> variables) {

    /** A login sent with HTTP Basic. */
    public record Login(String name, String password) {}

    Request with(Map<String, String> pathVariables) {
        return new Request(method, path, rawQuery, headers, content, pathVariables);
    }

    public String variable(String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Parameters query() {
        return Parameters.parse(rawQuery);
    }

    public Parameters form() {
        return Parameters.parse(body());
    }

    public boolean isForm() {
        return header("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
    }

    public String body() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The JSON object in the body. */
    public Fields json() {
        return Json.object(body());
    }

    public Optional<String> bearer() {
        return authorization("Bearer ");
    }

    public Optional<Login> basic() {
        return authorization("Basic ").flatMap(Request::login);
    }

    private Optional<String> authorization(String scheme) {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).trim());
    }

    private static Optional<Login> login(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Login(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
