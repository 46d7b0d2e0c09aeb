package app.latchkey.onboarding;

import app.latchkey.connection.Partner;
import app.latchkey.shared.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code connection_news}. */
@Repository
class NewsRows {

    /** Shorter than the minute between two ticks, so that none is left out; longer than a mail server thinks. */
    private static final Duration BETWEEN = Duration.ofSeconds(45);

    /** What happened to a connection. */
    enum What {
        DIED,
        REVIVED
    }

    /** @param diedAt the same as {@code at} when it died */
    record News(SpaceId space, Partner partner, What what, Instant at, Instant diedAt) {

        Duration away() {
            return Duration.between(diedAt, at);
        }
    }

    private final JdbcClient jdbc;

    NewsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Space. */
    void add(News news) {
        jdbc.sql("""
            insert into connection_news (space_id, partner, what, at, died_at)
            values (:space, :partner, :what, :at, :died)
            on conflict (space_id, partner, what) do update
              set at = excluded.at, died_at = excluded.died_at, tried_at = null
            """)
                .param("space", news.space().value())
                .param("partner", news.partner().name())
                .param("what", news.what().name())
                .param("at", utc(news.at()))
                .param("died", utc(news.diedAt()))
                .update();
    }

    /** Space: true when nobody has been written to about this death, and now nobody will be. */
    boolean takeBackDeath(SpaceId space, Partner partner) {
        return jdbc.sql("""
            delete from connection_news where space_id = :space and partner = :partner and what = 'DIED'
            returning tried_at is null
            """)
                .param("space", space.value())
                .param("partner", partner.name())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** System: those whose turn it is; another node that asks at the same time gets others. */
    List<News> due(Instant now) {
        return jdbc.sql("""
            update connection_news set tried_at = :now
            where (space_id, partner, what) in (
              select space_id, partner, what from connection_news
              where tried_at is null or tried_at <= :before
              for update skip locked)
            returning space_id, partner, what, at, died_at
            """)
                .param("now", utc(now))
                .param("before", utc(now.minus(BETWEEN)))
                .query((row, number) -> news(row))
                .list();
    }

    /** System: everybody has it, unless it has become other news meanwhile. */
    void done(News news) {
        jdbc.sql("""
            delete from connection_news
            where space_id = :space and partner = :partner and what = :what and at = :at
            """)
                .param("space", news.space().value())
                .param("partner", news.partner().name())
                .param("what", news.what().name())
                .param("at", utc(news.at()))
                .update();
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                new SpaceId(row.getObject("space_id", UUID.class)),
                Partner.valueOf(row.getString("partner")),
                What.valueOf(row.getString("what")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("died_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
