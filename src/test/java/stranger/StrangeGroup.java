package stranger;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.node.ObjectNode;

/** An access group for all hours and one door. Whoever joins twice is told that it is a conflict, whoever leaves twice is not. */
final class StrangeGroup {

    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final String id;
    private final String name;
    private final ObjectNode door;
    private final Set<String> members = new ConcurrentSkipListSet<>();

    StrangeGroup(String id, String name, ObjectNode door) {
        this.id = id;
        this.name = name;
        this.door = door;
    }

    String id() {
        return id;
    }

    /** By their ids as people. */
    Collection<String> members() {
        return Set.copyOf(members);
    }

    ObjectNode row() {
        return Json.of("id", id, "customer_reference", name);
    }

    /** @param path below the group */
    Said answer(Asked request, String path) {
        return switch (path) {
            case "" -> Said.ok(row());
            case "/time_schedules" -> StrangeList.BARE.page(request, List.of(always()));
            case "/locks" -> StrangeList.LINKED_BY_PATH.page(request, List.of(door));
            case "/users" -> request.isFor("POST") ? join(request) : members(request);
            default -> leave(path.substring(path.lastIndexOf('/') + 1));
        };
    }

    private static ObjectNode always() {
        ObjectNode schedule = Json.of("id", Json.id("schedule"), "start_time", "00:00:00", "end_time", "23:59:00");
        DAYS.forEach(day -> schedule.put(day, true));
        return schedule;
    }

    private Said members(Asked request) {
        List<ObjectNode> rows =
                members.stream().map(member -> Json.of("id", member)).toList();
        return StrangeList.LINKED_BY_QUERY.page(request, rows);
    }

    private Said join(Asked request) {
        return members.add(request.field("user_id")) ? Said.nothing(202) : Said.error(409, 9001);
    }

    private Said leave(String person) {
        members.remove(person);
        return Said.nothing(204);
    }
}
