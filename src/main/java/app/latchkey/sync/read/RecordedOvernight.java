package app.latchkey.sync.read;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Overnight;
import app.latchkey.sync.run.Rows;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts the journal since the evening before. */
@Service
class RecordedOvernight implements Overnight.Read {

    private final Scopes scopes;
    private final Spaces spaces;
    private final JdbcClient jdbc;
    private final ArrivalRows arrivals;

    RecordedOvernight(Scopes scopes, Spaces spaces, JdbcClient jdbc, ArrivalRows arrivals) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.jdbc = jdbc;
        this.arrivals = arrivals;
    }

    @Override
    public Overnight since(SpaceId id, Instant since, Instant now) {
        return scopes.inSpace(id, () -> {
            Space space = spaces.get(id);
            return jdbc.sql("""
                select count(distinct platform_user) filter (where what = 'GRANT') as let_in,
                       count(distinct platform_user) filter (where what = 'REVOKE') as let_out,
                       (select count(distinct person) from standing where verdict in ('WITHHELD', 'HELD_GRANT')) as withheld
                from run_change where state = 'DONE' and at >= :since
                """)
                    .param("since", Rows.at(since))
                    .query((row, number) -> new Overnight(
                            row.getInt("let_in"),
                            row.getInt("let_out"),
                            row.getInt("withheld"),
                            arrivals.today(space.zone(), now)))
                    .single();
        });
    }
}
