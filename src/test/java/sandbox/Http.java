package sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a partner as any client would. */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI base;
    private final String authorization;

    private Http(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    public static Http at(URI base) {
        return new Http(base, "");
    }

    public Http bearer(String token) {
        return new Http(base, "Bearer " + token);
    }

    public Http basic(String name, String password) {
        byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Http(base, "Basic " + Base64.getEncoder().encodeToString(login));
    }

    /** An answer and how to read it. */
    public record Answer(
            int status,
            String body,
            @org.jspecify.annotations.Nullable HttpResponse<String> response) {
        public JsonNode json() {
            return MAPPER.readTree(body);
        }

        public String header(String name) {
            return response == null ? "" : response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** As a program does that wants no page. */
    public Answer getJson(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    public Answer post(String path, String json) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer method(String method, String path, String json) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer form(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e), null);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
