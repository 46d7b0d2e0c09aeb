package stranger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * Salto KS as another might simulate it: everything under v1.2, lists wrapped without links or counts and three rows long, codes as numbers, refresh
 * tokens that go on, and whoever joins twice is told that it is a conflict.
 */
final class StrangeSalto extends StrangeServer {

    static final String SITE = "3b9f1c52-0000-4000-8000-00000000beef";
    static final String GROUP = id("group 0");
    private static final String BASE = "/v1.2/sites/" + SITE;
    private static final int PAGE = 3;

    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Set<String> members = new TreeSet<>();
    private int token;

    StrangeSalto() throws IOException {
        for (int number = 0; number < 8; number++) {
            user("Person" + number, "person" + number + "@strange.example");
        }
    }

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    Set<String> members() {
        return Set.copyOf(members);
    }

    int users() {
        return users.size();
    }

    private ObjectNode user(String name, String email) {
        ObjectNode user = of(
                "id",
                id("site user " + email),
                "user",
                of(
                        "id",
                        id("person " + email),
                        "first_name",
                        name,
                        "last_name",
                        "Strange",
                        "email",
                        email,
                        "has_profile",
                        true,
                        "tag_number",
                        null),
                "roles",
                List.of(role()),
                "blocked",
                false,
                "subscription_state",
                "subscribed",
                "use_pin",
                false);
        users.put(email, user);
        return user;
    }

    private static ObjectNode role() {
        return of("id", id("role"), "code", "site_user");
    }

    @Override
    Said answer(Asked request, String authorization) {
        if (request.path().equals("/connect/token")) {
            return token(request);
        }
        if (!authorization.equals("Bearer strange-" + token)) {
            return new Said(401, null);
        }
        return switch (request.path()) {
            case "/v1.2/me" -> Said.ok(of("id", id("me"), "email", "me@strange.example"));
            case "/v1.2/sites" -> page(request, List.of(site()));
            case BASE -> Said.ok(site());
            case BASE + "/roles" -> page(request, List.of(role()));
            case BASE + "/users" -> users(request);
            case BASE + "/entries" -> Said.ok(of("items", List.of(), "continuation_token", null));
            default -> group(request);
        };
    }

    /** A code, a login or a refresh token: the answer to a refresh names no new one. */
    private Said token(Asked request) {
        boolean first = query(request.body()).getOrDefault("grant_type", "").equals("password");
        token++;
        ObjectNode answer = of("access_token", "strange-" + token, "token_type", "Bearer", "expires_in", 600);
        if (first) {
            answer.put("refresh_token", "the-only-one");
        }
        return Said.ok(answer);
    }

    private static ObjectNode site() {
        return of(
                "id",
                SITE,
                "site_uid",
                "XX1",
                "customer_reference",
                "Strange House",
                "time_zone",
                "Asia/Kathmandu",
                "active_user_amount",
                8,
                "subscribed_user_amount",
                20,
                "subscription_valid",
                true);
    }

    private Said users(Asked request) {
        if (request.method().equals("POST")) {
            return new Said(201, user(request.field("first_name"), request.field("email")));
        }
        String filter = request.query().getOrDefault("$filter", "");
        return page(
                request,
                users.values().stream()
                        .filter(user -> filter.isEmpty()
                                || filter.contains("'" + person(user, "email") + "'")
                                || filter.contains("'" + person(user, "id") + "'"))
                        .toList());
    }

    private static String person(ObjectNode user, String field) {
        return text(user.path("user"), field);
    }

    private Said group(Asked request) {
        String groups = BASE + "/access_groups";
        String group = groups + "/" + GROUP;
        String path = request.path();
        if (path.equals(groups)) {
            return page(request, List.of(of("id", GROUP, "customer_reference", "Everybody")));
        }
        if (path.equals(group + "/time_schedules")) {
            return page(request, List.of(always()));
        }
        if (path.equals(group + "/locks")) {
            return page(request, List.of(of("id", id("lock"), "customer_reference", "Gate", "online", true)));
        }
        if (path.equals(group + "/users") && request.method().equals("POST")) {
            return members.add(request.field("user_id")) ? new Said(202, null) : new Said(409, of("ErrorCode", 9001));
        }
        if (path.startsWith(group + "/users/")) {
            members.remove(path.substring((group + "/users/").length()));
            return new Said(204, null);
        }
        return path.equals(group + "/users")
                ? page(request, members.stream().map(each -> of("id", each)).toList())
                : new Said(404, of("ErrorCode", 2202, "Message", "Not found"));
    }

    private static ObjectNode always() {
        ObjectNode schedule = of("id", id("schedule"), "start_time", "00:00:00", "end_time", "23:59:00");
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            schedule.put(day, true);
        }
        return schedule;
    }

    private static Said page(Asked request, List<ObjectNode> rows) {
        int skip = request.number("$skip", 0);
        int top = Math.min(PAGE, request.number("$top", PAGE));
        return Said.ok(
                of("items", new ArrayList<>(rows.stream().skip(skip).limit(top).toList())));
    }
}
