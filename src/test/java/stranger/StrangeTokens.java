package stranger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Tokens of ten minutes for one client and one login. A refresh token is given with the login, to whoever
 * asks for it, and goes on: no answer to a refresh names another. */
final class StrangeTokens {

    static final String CLIENT = "another-client";
    static final String CLIENT_SECRET = "another-secret";
    static final String LOGIN = "me@strange.example";
    static final String PASSWORD = "strange";

    private final Map<String, String> accessByRefresh = new HashMap<>();
    private int given;

    Said answer(Asked request) {
        if (!request.header("authorization").equals("Basic " + base64(CLIENT + ":" + CLIENT_SECRET))) {
            return new Said(401, Json.of("error", "invalid_client"));
        }
        Map<String, String> form = Asked.pairs(request.body());
        return form.getOrDefault("grant_type", "").equals("refresh_token") ? refresh(form) : login(form);
    }

    private Said login(Map<String, String> form) {
        if (!LOGIN.equals(form.get("username")) || !PASSWORD.equals(form.get("password"))) {
            return new Said(400, Json.of("error", "invalid_grant"));
        }
        String refresh = "the-only-one-" + accessByRefresh.size();
        boolean stays = form.getOrDefault("scope", "").contains("offline_access");
        return Said.ok(stays ? access(refresh).put("refresh_token", refresh) : access(refresh));
    }

    private Said refresh(Map<String, String> form) {
        String refresh = form.getOrDefault("refresh_token", "");
        return accessByRefresh.containsKey(refresh)
                ? Said.ok(access(refresh))
                : new Said(400, Json.of("error", "invalid_grant"));
    }

    /** Another access token in the place of the one before. */
    private ObjectNode access(String refresh) {
        given++;
        accessByRefresh.put(refresh, "strange-" + given);
        return Json.of("access_token", "strange-" + given, "token_type", "Bearer", "expires_in", 600);
    }

    boolean accept(Asked request) {
        String authorization = request.header("authorization");
        return accessByRefresh.values().stream().anyMatch(token -> authorization.equals("Bearer " + token));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
