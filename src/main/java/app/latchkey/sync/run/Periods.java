package app.latchkey.sync.run;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often what is read, where no hook has said that something happened.
 *
 * @param changes what Nexudus says has changed
 * @param members Salto's users, and who is in the groups that matter
 * @param doors what happened at the doors
 * @param keys what people open with, of those whose keys were read longest ago
 * @param full everything: only this shows what was deleted
 */
@Component
public record Periods(Duration changes, Duration members, Duration doors, Duration keys, Duration full) {

    public Periods(
            @Value("${latchkey.sync.changes-period:5m}") Duration changes,
            @Value("${latchkey.sync.members-period:10m}") Duration members,
            @Value("${latchkey.sync.doors-period:5m}") Duration doors,
            @Value("${latchkey.sync.keys-period:10m}") Duration keys,
            @Value("${latchkey.sync.full-period:60m}") Duration full) {
        this.changes = changes;
        this.members = members;
        this.doors = doors;
        this.keys = keys;
        this.full = full;
    }
}
