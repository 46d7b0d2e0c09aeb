package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.GrantsOnly;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keeps when grants-only began or was confirmed, in table {@code grants_only}. */
@Service
class RecordedGrantsOnly implements GrantsOnly {

    private final Scopes scopes;
    private final Spaces spaces;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    RecordedGrantsOnly(Scopes scopes, Spaces spaces, JdbcClient jdbc, Audit audit, Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void look(SpaceId space) {
        Instant now = clock.instant();
        scopes.inSpace(space, () -> {
            if (isOn(space)) {
                put("insert into grants_only (confirmed_at) values (:now) on conflict do nothing", now);
            } else {
                jdbc.sql("delete from grants_only").update();
            }
        });
    }

    @Override
    public Optional<Instant> unconfirmedSince(SpaceId space) {
        Instant before = clock.instant().minus(ASK_AFTER);
        return scopes.inSpace(
                space,
                () -> jdbc.sql("select confirmed_at from grants_only")
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(OffsetDateTime::toInstant)
                        .filter(since -> !since.isAfter(before) && isOn(space)));
    }

    @Override
    public void confirm(SpaceId space, String who) {
        Instant now = clock.instant();
        scopes.inSpace(space, () -> {
            put("""
                insert into grants_only (confirmed_at) values (:now)
                on conflict (space_id) do update set confirmed_at = excluded.confirmed_at
                """, now);
            audit.record(space, who, "said that nobody is taken out for another 14 days");
        });
    }

    private boolean isOn(SpaceId space) {
        Space known = spaces.get(space);
        return known.active() && known.mode() == Mode.GRANTS_ONLY;
    }

    private void put(String sql, Instant now) {
        jdbc.sql(sql).param("now", Rows.at(now)).update();
    }
}
