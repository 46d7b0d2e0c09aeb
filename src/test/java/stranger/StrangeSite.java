package stranger;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** A site with a single door, and more access groups than a page holds. */
final class StrangeSite {

    private static final String GROUPS = "/access_groups";
    private static final String USERS = "/users";
    static final int NUMBER_OF_GROUPS = 4;

    private final String name;
    private final ObjectNode door;
    private final StrangeUsers users;
    private final StrangeEntries entries;
    private final List<StrangeGroup> groups;

    /** @param people whom Salto knows anywhere, by address */
    StrangeSite(String name, Map<String, ObjectNode> people) {
        this.name = name;
        door = Json.of("id", Json.id("door of " + name), "customer_reference", "Gate", "online", true);
        users = new StrangeUsers(people);
        entries = new StrangeEntries(door);
        groups = IntStream.range(0, NUMBER_OF_GROUPS)
                .mapToObj(number ->
                        new StrangeGroup(Json.id("group %d of %s".formatted(number, name)), "Group " + number, door))
                .toList();
    }

    String id() {
        return Json.id("site " + name);
    }

    String door() {
        return Json.text(door, "id");
    }

    StrangeUsers users() {
        return users;
    }

    StrangeEntries entries() {
        return entries;
    }

    StrangeGroup group(int number) {
        return groups.get(number);
    }

    boolean isIn(String email, StrangeGroup group) {
        return group.members().contains(StrangeUsers.personOf(email));
    }

    ObjectNode row() {
        return Json.of(
                "id",
                id(),
                "site_uid",
                "XX1",
                "customer_reference",
                name,
                "time_zone",
                "Asia/Kathmandu",
                "active_user_amount",
                users.size(),
                "subscribed_user_amount",
                40,
                "subscription_valid",
                true);
    }

    /** @param path below the site */
    Said answer(Asked request, String path) {
        if (path.startsWith(USERS)) {
            return users.answer(request, path.substring(USERS.length()));
        }
        return switch (path) {
            case "" -> Said.ok(row());
            case "/roles" -> StrangeList.LINKED_BY_PATH.page(request, List.of(StrangeUsers.role()));
            case "/locks" -> StrangeList.BARE.page(request, List.of(door));
            case "/entries" -> entries.page(request);
            case GROUPS ->
                StrangeList.LINKED_BY_PATH.page(
                        request, groups.stream().map(StrangeGroup::row).toList());
            default -> group(request, path);
        };
    }

    private Said group(Asked request, String path) {
        return groups.stream()
                .filter(group -> path.startsWith(GROUPS + "/" + group.id()))
                .findFirst()
                .map(group -> group.answer(request, path.substring((GROUPS + "/" + group.id()).length())))
                .orElseGet(() -> Said.error(404, 2202));
    }
}
