package app.latchkey.sync.read;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.OverdueEnd;
import app.latchkey.sync.OverdueEnds;
import app.latchkey.sync.run.Rows;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Removals that the last runs held. */
@Service
class RecordedOverdueEnds implements OverdueEnds {

    private final Scopes scopes;
    private final JdbcClient jdbc;

    RecordedOverdueEnds(Scopes scopes, JdbcClient jdbc) {
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    @Override
    public List<OverdueEnd> of(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("""
                        select standing.customer_id, standing.name, standing.since, standing.reason,
                               coalesce(known.name, 'A group that is gone') as group_name
                        from standing left join salto_group known using (space_id, group_id)
                        where verdict = 'HELD_REMOVAL' order by standing.since, standing.name, group_name
                        """)
                        .query((row, number) -> new OverdueEnd(
                                Optional.ofNullable(row.getObject("customer_id", Long.class))
                                        .map(CustomerId::new),
                                row.getString("name"),
                                row.getString("group_name"),
                                Rows.instant(row, "since").orElseThrow(),
                                Why.in(row, "reason")))
                        .list());
    }

    /** Within the space's scope. */
    int people() {
        return jdbc.sql("select count(distinct person) from standing where verdict = 'HELD_REMOVAL'")
                .query(Integer.class)
                .single();
    }
}
