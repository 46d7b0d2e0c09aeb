package app.latchkey.sync.read;

import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.Recheck;
import app.latchkey.sync.Subject;
import app.latchkey.sync.run.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in the way of a whole space, and how far looking again has come. Within its scope. */
@Repository
class TroubleRows {

    private final JdbcClient jdbc;

    TroubleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Reason> all(Instant now) {
        return jdbc
                .sql("""
                    select paused_at, frozen_until,
                           case when trouble_partner = 'SALTO' then trouble_since end as salto_silent,
                           case when trouble_partner = 'NEXUDUS' then trouble_since end as nexudus_silent
                    from space left join space_health using (space_id)
                    """)
                .query((row, number) -> Stream.of(
                                reason(Rows.instant(row, "paused_at"), Reason.SpacePaused::new),
                                reason(
                                        Rows.instant(row, "frozen_until").filter(now::isBefore),
                                        Reason.SpaceFrozen::new),
                                reason(Rows.instant(row, "salto_silent"), Reason.SaltoSilent::new),
                                reason(Rows.instant(row, "nexudus_silent"), Reason.NexudusSilent::new))
                        .flatMap(Optional::stream)
                        .toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    Recheck recheck(CustomerId customer, Instant asked) {
        return jdbc.sql("""
            select case when outcome = 'RUNNING' then 'READING' when outcome in ('DONE', 'PARTLY') then 'DONE'
                        else 'FAILED' end
            from run where subject = :subject and started_at >= :asked order by number desc limit 1
            """)
                .param("subject", Subject.customer(customer).key())
                .param("asked", Rows.at(asked))
                .query(String.class)
                .optional()
                .map(Recheck::valueOf)
                .orElse(Recheck.WAITING);
    }

    private static Optional<Reason> reason(Optional<Instant> since, Function<Instant, Reason> made) {
        return since.map(made);
    }
}
