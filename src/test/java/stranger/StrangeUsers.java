package stranger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ObjectNode;

/** The users of a site. Whose address Salto knows from anywhere is taken on by another call than whoever is new, and by a field of another name. */
final class StrangeUsers {

    static final String PERSON_FIELD = "person_id";

    private final Map<String, ObjectNode> people;
    private final Map<String, ObjectNode> users = new ConcurrentSkipListMap<>();

    /** @param people whom Salto knows anywhere, by address */
    StrangeUsers(Map<String, ObjectNode> people) {
        this.people = people;
    }

    /** The id of whoever has this address, as a person. */
    static String personOf(String email) {
        return Json.id("person " + email);
    }

    static ObjectNode person(String name, String email) {
        return Json.of(
                "id",
                personOf(email),
                "first_name",
                name,
                "last_name",
                "Strange",
                "email",
                email,
                "has_profile",
                true,
                "tag_number",
                null);
    }

    static ObjectNode role() {
        return Json.of("id", Json.id("role"), "code", "site_user");
    }

    ObjectNode add(ObjectNode person) {
        people.put(Json.text(person, "email"), person);
        ObjectNode user = Json.of(
                "id",
                Json.id("site user " + Json.text(person, "email")),
                "user",
                person,
                "roles",
                List.of(role()),
                "blocked",
                false,
                "subscription_state",
                "subscribed",
                "use_pin",
                false);
        users.put(Json.text(user, "id"), user);
        return user;
    }

    int size() {
        return users.size();
    }

    /** @param path below the users of the site */
    Said answer(Asked request, String path) {
        if (request.isFor("POST")) {
            return path.equals("/existing") ? takeOn(request) : make(request);
        }
        if (path.isEmpty()) {
            return StrangeList.BARE.page(request, filtered(request.query().getOrDefault("$filter", "")));
        }
        String[] parts = path.split("/", -1);
        return parts.length > 2
                ? StrangeList.BARE.page(request, List.of())
                : Optional.ofNullable(users.get(parts[1])).map(Said::ok).orElseGet(() -> Said.error(404, 2202));
    }

    private List<ObjectNode> filtered(String filter) {
        return users.values().stream()
                .filter(user -> filter.isEmpty() || names(filter, user, "email") || names(filter, user, "id"))
                .toList();
    }

    private static boolean names(String filter, ObjectNode user, String field) {
        return filter.equals("user/%s eq '%s'".formatted(field, Json.text(user.path("user"), field)));
    }

    private Said make(Asked request) {
        String email = request.field("email");
        return people.containsKey(email)
                ? Said.error(409, 9002)
                : new Said(201, add(person(request.field("first_name"), email)));
    }

    private Said takeOn(Asked request) {
        return people.values().stream()
                .filter(person -> Json.text(person, "id").equals(request.field(PERSON_FIELD)))
                .findFirst()
                .map(person -> new Said(201, add(person)))
                .orElseGet(() -> Said.error(400, 1100));
    }
}
