package app.latchkey.onboarding;

import app.latchkey.connection.Partner;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SiteId;
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

    /** What may take days is looked at by the hour, a little early for the same reason. */
    private static final Duration AN_HOUR = Duration.ofMinutes(59);

    /** What is waited for. */
    enum What {
        /** That the partner answers at all. */
        ANSWER,
        /** That a Salto site can be used. */
        SITE,
        /** That Nexudus's own integration is switched off. */
        SECOND_WRITER
    }

    /** Somebody who waits for a partner, since when; {@code site} is the one that is waited for. */
    record Wait(SpaceId space, Partner partner, What what, Optional<SiteId> site, Instant since, EmailAddress email) {

        static Wait forAnswer(SpaceId space, Partner partner, Instant since, EmailAddress email) {
            return new Wait(space, partner, What.ANSWER, Optional.empty(), since, email);
        }
    }

    private final JdbcClient jdbc;

    WaitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Space: since when it is waited for; the first time counts, and the last to ask gets the mail. */
    Instant begin(Wait wait) {
        return jdbc.sql("""
            insert into setup_wait (space_id, partner, what, site_id, since, tried_at, email_norm)
            values (:space, :partner, :what, :site, :since, :since, :email)
            on conflict (space_id, partner, what) do update
              set email_norm = excluded.email_norm, site_id = excluded.site_id
            returning since
            """)
                .param("space", wait.space().value())
                .param("partner", wait.partner().name())
                .param("what", wait.what().name())
                .param("site", wait.site().map(SiteId::value).orElse(null))
                .param("since", utc(wait.since()))
                .param("email", wait.email().value())
                .query((row, number) -> instant(row))
                .single();
    }

    /** Space. */
    Optional<Wait> find(SpaceId space, Partner partner, What what) {
        return jdbc.sql("""
            select space_id, partner, what, site_id, since, email_norm from setup_wait
            where space_id = :space and partner = :partner and what = :what
            """)
                .param("space", space.value())
                .param("partner", partner.name())
                .param("what", what.name())
                .query((row, number) -> wait(row))
                .optional();
    }

    /** Space: the wait that is over, if there was one. */
    Optional<Wait> end(SpaceId space, Partner partner, What what) {
        return jdbc.sql("""
            delete from setup_wait where space_id = :space and partner = :partner and what = :what
            returning space_id, partner, what, site_id, since, email_norm
            """)
                .param("space", space.value())
                .param("partner", partner.name())
                .param("what", what.name())
                .query((row, number) -> wait(row))
                .optional();
    }

    /** System: those whose turn it is; another node that asks at the same time gets others. */
    List<Wait> due(Instant now) {
        return jdbc.sql("""
            update setup_wait set tried_at = :now
            where (space_id, partner, what) in (
              select space_id, partner, what from setup_wait
              where tried_at <= case what when 'ANSWER' then :before::timestamptz else :hour::timestamptz end
              for update skip locked)
            returning space_id, partner, what, site_id, since, email_norm
            """)
                .param("now", utc(now))
                .param("before", utc(now.minus(BETWEEN)))
                .param("hour", utc(now.minus(AN_HOUR)))
                .query((row, number) -> wait(row))
                .list();
    }

    private static Wait wait(ResultSet row) throws SQLException {
        return new Wait(
                new SpaceId(row.getObject("space_id", UUID.class)),
                Partner.valueOf(row.getString("partner")),
                What.valueOf(row.getString("what")),
                Optional.ofNullable(row.getObject("site_id", UUID.class)).map(SiteId::new),
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
