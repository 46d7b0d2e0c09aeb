package app.latchkey.sync.run;

import app.latchkey.connection.Partner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of a space that its own pages and the staff's board look at first. Within the space's scope. */
@Repository
class Health {

    private static final Duration AHEAD = Duration.ofHours(1);

    private static final String CLEARED = """
        update space_health set trouble_category = null, trouble_partner = null, trouble_words = null,
          trouble_since = null
        where trouble_category is not null
        """;

    private final JdbcClient jdbc;

    Health(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts anew after a run. */
    void count(Instant now) {
        jdbc.sql("""
            insert into space_health (wrong_now, wrong_since, due_next_hour, withheld, unreadable, decisions,
              last_run_at)
            select wrong.people, wrong.since, ahead.people, withheld.people, unreadable.people, held.plans, :now
            from (select count(distinct person) as people, min(since) as since
                  from standing where verdict in ('ON_ITS_WAY', 'LEAVING')) wrong,
                 (select count(distinct customer_id) as people from entitlement
                  where lower(during) > :now and lower(during) <= :ahead) ahead,
                 (select count(distinct person) as people from standing where verdict = 'WITHHELD') withheld,
                 (select count(distinct person) as people from standing where reason = 'not-understood') unreadable,
                 (select (select count(*) from held_plan where state = 'OPEN')
                         + (select count(*) from help_call where seen_at is null)
                         + (select count(*) from space where gap_asked_at is not null)
                         + (select count(*) """ + Disputes.OPEN + """
                 ) as plans) held
            on conflict (space_id) do update set
              wrong_now = excluded.wrong_now, wrong_since = excluded.wrong_since,
              due_next_hour = excluded.due_next_hour, withheld = excluded.withheld,
              unreadable = excluded.unreadable,
              decisions = excluded.decisions, last_run_at = excluded.last_run_at
            """)
                .param("now", Rows.at(now))
                .param("ahead", Rows.at(now.plus(AHEAD)))
                .update();
    }

    /** Everything was read to the end, and nothing failed. */
    void complete(Instant startedAt) {
        jdbc.sql("update space_health set last_complete_at = :at")
                .param("at", Rows.at(startedAt))
                .update();
    }

    /** How doors and purchases agree on that day of the space's; a later run of the same day says it anew. */
    void agreement(LocalDate day) {
        jdbc.sql("insert into agreement_day (day, people, agreeing) select :day, people, agreeing from ("
                        + AgreementSql.COUNTED + """
                        ) counted
                        on conflict (space_id, day) do update set people = excluded.people, agreeing = excluded.agreeing
                        """)
                .param("day", day)
                .update();
    }

    /** Nothing is wrong: everything was looked at. */
    void well() {
        jdbc.sql(CLEARED).update();
    }

    /** Both partners do what is asked. What broke on our own side only a run over everything can disprove. */
    void answered() {
        jdbc.sql(CLEARED + " and trouble_partner is not null").update();
    }

    /** @param partner where it comes from; none when it is our own */
    void trouble(String category, @Nullable Partner partner, String words, Instant now) {
        jdbc.sql("""
            insert into space_health (trouble_category, trouble_partner, trouble_words, trouble_since)
            values (:category, :partner, :words, :now)
            on conflict (space_id) do update set
              trouble_since = case when space_health.trouble_category = excluded.trouble_category
                then space_health.trouble_since else excluded.trouble_since end,
              trouble_category = excluded.trouble_category, trouble_partner = excluded.trouble_partner,
              trouble_words = excluded.trouble_words
            """)
                .param("category", category)
                .param("partner", partner == null ? null : partner.name(), java.sql.Types.VARCHAR)
                .param("words", words)
                .param("now", Rows.at(now))
                .update();
    }
}
