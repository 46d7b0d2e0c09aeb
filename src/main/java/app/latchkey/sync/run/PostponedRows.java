package app.latchkey.sync.run;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Postponed;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code decision_later}. */
@Repository
class PostponedRows implements Postponed {

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Clock clock;

    PostponedRows(Scopes scopes, JdbcClient jdbc, Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Instant> now(SpaceId space) {
        Map<String, Instant> later = new HashMap<>();
        scopes.inSpace(
                space,
                () -> jdbc.sql("select decision, again_at from decision_later where again_at > :now")
                        .param("now", Rows.at(clock.instant()))
                        .query((row, number) -> later.put(
                                row.getString("decision"),
                                Rows.instant(row, "again_at").orElseThrow()))
                        .list());
        return later;
    }

    @Override
    public void until(SpaceId space, String decision, Instant again) {
        scopes.inSpace(
                space,
                () -> jdbc.sql("""
                        insert into decision_later (decision, again_at) values (:decision, :again)
                        on conflict (space_id, decision) do update set again_at = excluded.again_at
                        """)
                        .param("decision", decision)
                        .param("again", Rows.at(again))
                        .update());
    }
}
