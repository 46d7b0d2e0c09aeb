package app.latchkey.sync;

import app.latchkey.connection.Partner;
import app.latchkey.connection.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One space as the staff see it: summaries and work, no customer's name.
 *
 * @param trouble what stops it now, by cause
 * @param runs newest first
 * @param due what is to be looked at again, the earliest first
 * @param lease which server serves it this moment
 * @param traffic how freely the partners may be asked for it, as far as it is connected to them
 */
public record StaffSpace(
        SpaceHealth health,
        Optional<FailureRow> trouble,
        List<RunRow> runs,
        List<DueRow> due,
        Optional<JobHealth.LeaseRow> lease,
        Map<Partner, Traffic.State> traffic) {

    public StaffSpace {
        runs = List.copyOf(runs);
        due = List.copyOf(due);
        traffic = Map.copyOf(traffic);
    }

    /** Work that waits; {@code at} is when it may be served, after every backoff. */
    public record DueRow(String subject, List<String> causes, Instant at, int attempts) {
        public DueRow {
            causes = List.copyOf(causes);
        }
    }
}
