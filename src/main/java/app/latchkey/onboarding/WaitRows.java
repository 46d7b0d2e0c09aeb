package app.latchkey.onboarding;

import app.latchkey.connection.Partner;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code setup_wait}. */
@Repository
class WaitRows {

    /** Shorter than the minute between two ticks, so that none is left out. */
    private static final Duration BETWEEN = Duration.ofSeconds(45);

    /** Somebody who waits for a partner, since when. */
    record Wait(SpaceId space, Partner partner, Instant since, EmailAddress email) {}

    private final JdbcClient jdbc;

    WaitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Space: since when it is waited for; the first failure counts. */
    Instant begin(SpaceId space, Partner partner, EmailAddress email, Instant now) {
        return jdbc.sql("""
            insert into setup_wait (space_id, partner, since, tried_at, email_norm)
            values (:space, :partner, :now, :now, :email)
            on conflict (space_id, partner) do update set email_norm = excluded.email_norm
            returning since
            """)
                .param("space", space.value())
                .param("partner", partner.name())
                .param("now", utc(now))
                .param("email", email.value())
                .query((row, number) -> instant(row))
                .single();
    }

    /** Space: the wait that is over, if there was one. */
    Optional<Wait> end(SpaceId space, Partner partner) {
        return jdbc.sql("""
            delete from setup_wait where space_id = :space and partner = :partner
            returning space_id, partner, since, email_norm
            """)
                .param("space", space.value())
                .param("partner", partner.name())
                .query((row, number) -> wait(row))
                .optional();
    }

    /** System: those whose turn it is; another node that asks at the same time gets others. */
    List<Wait> due(Instant now) {
        return jdbc.sql("""
            update setup_wait set tried_at = :now
            where (space_id, partner) in (
              select space_id, partner from setup_wait where tried_at <= :before
              for update skip locked)
            returning space_id, partner, since, email_norm
            """)
                .param("now", utc(now))
                .param("before", utc(now.minus(BETWEEN)))
                .query((row, number) -> wait(row))
                .list();
    }

    private static Wait wait(ResultSet row) throws SQLException {
        return new Wait(
                new SpaceId(row.getObject("space_id", UUID.class)),
                Partner.valueOf(row.getString("partner")),
                instant(row),
                new EmailAddress(row.getString("email_norm")));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("since", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
