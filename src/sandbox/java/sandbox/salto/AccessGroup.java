package sandbox.salto;

import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import sandbox.http.Fields;

/** Who may open which locks, and when. Members are platform user ids, with the time they were added. */
final class AccessGroup implements Serializable {
    private static final long serialVersionUID = 1L;
    final String id;
    final String name;
    final Set<String> lockIds = new LinkedHashSet<>();
    final Map<String, Instant> members = new LinkedHashMap<>();
    final Map<String, TimeSchedule> schedules = new LinkedHashMap<>();
    /** Of schedules that were added since the world began, by their ids. */
    final Map<String, Instant> scheduledAt = new LinkedHashMap<>();

    AccessGroup(String id, String name) {
        this.id = id;
        this.name = name;
    }

    void add(TimeSchedule schedule, Instant when) {
        schedules.put(schedule.id(), schedule);
        scheduledAt.put(schedule.id(), when);
    }

    Fields toFields() {
        return Fields.of("id", id, "customer_reference", name);
    }
}
