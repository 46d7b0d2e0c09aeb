package stranger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What happened at a door: two events a page, newest first. Where the next begins is a text that only the server understands. */
final class StrangeEntries {

    static final String PLACE = "from";

    private static final int PAGE = 2;

    private final ObjectNode door;
    private final List<ObjectNode> entries = new CopyOnWriteArrayList<>();

    StrangeEntries(ObjectNode door) {
        this.door = door;
    }

    void opened(String person, Instant at) {
        entries.add(Json.of(
                "id",
                Json.id("entry " + entries.size()),
                "event_category",
                "lock_opened",
                "event_detail",
                null,
                "utc_date_time",
                at.toString(),
                "lock_id",
                Json.text(door, "id"),
                "lock_customer_reference",
                Json.text(door, "customer_reference"),
                "user_id",
                person,
                "access_by",
                "tag"));
    }

    Said page(Asked request) {
        if (request.number("$top", StrangeList.MOST) > StrangeList.MOST) {
            return Said.error(400, 1102);
        }
        int from = place(request.query().getOrDefault(PLACE, ""));
        List<ObjectNode> newestFirst = entries.stream()
                .sorted(Comparator.comparing((ObjectNode entry) -> Json.text(entry, "utc_date_time"))
                        .reversed())
                .skip(from)
                .toList();
        return Said.ok(Json.of(
                "items",
                new ArrayList<>(newestFirst.stream().limit(PAGE).toList()),
                "continuation_token",
                newestFirst.size() > PAGE ? token(from + PAGE) : null));
    }

    private static @Nullable String token(int from) {
        return "{\"+at\": \"" + from + "&\"}";
    }

    private static int place(String token) {
        String digits = token.replaceAll("\\D", "");
        return !digits.isEmpty() && token.equals(token(Integer.parseInt(digits))) ? Integer.parseInt(digits) : 0;
    }
}
