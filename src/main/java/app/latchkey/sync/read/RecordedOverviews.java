package app.latchkey.sync.read;

import app.latchkey.nexudus.HookRefusals;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Arrival;
import app.latchkey.sync.CustomerFilter;
import app.latchkey.sync.Overviews;
import app.latchkey.sync.PartnerStates;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.SpaceOverview;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.run.Disputes;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The overview of a space, by what runs have recorded. */
@Service
class RecordedOverviews implements Overviews {

    private static final int CHANGES = 20;

    private static final String SUMMARY = """
            select space.setup, space.mode, space.paused_at, space.frozen_until, space.gap_since, space.gap_asked_at, space.zone,
                   health.trouble_category, health.wrong_since,
                   coalesce(health.trouble_words, connected.reason) as trouble_words,
                   coalesce(health.trouble_since, connected.since, health.wrong_since) as trouble_since,
                   coalesce(connected.dead, false) as dead, coalesce(connected.silent, false) as silent,
                   exists (select from leaving where leaving.space_id = space.space_id and leaving.state <> 'DONE') as leaving,
                   (select count(*) from held_plan where state = 'OPEN') + (space.gap_asked_at is not null)::int
                     + (select count(*) """ + Disputes.OPEN + """
                     ) as decisions,
                   greatest(health.last_run_at, ran.last_run_at) as last_run_at,
                   greatest(health.last_complete_at, ran.last_complete_at) as last_complete_at
            from space
            left join space_health health using (space_id)
            cross join (
              select max(ended_at) as last_run_at,
                     max(ended_at) filter (where kind = 'FULL' and outcome in ('DONE', 'PARTLY')) as last_complete_at
              from run where kind <> 'REVIEW') ran
            cross join (
              select bool_or(state in ('NEEDS_SIGN_IN', 'ABSENT')) as dead, bool_or(state = 'PARTNER_SILENT') as silent,
                     min(reason) filter (where state <> 'CONNECTED') as reason,
                     min(since) filter (where state <> 'CONNECTED') as since
              from connection) connected
            """;

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final PeopleRows people;
    private final ArrivalRows arrivals;
    private final ChangeRows changes;
    private final PartnerRows partners;
    private final AgreementsRead agreements;
    private final HookRefusals refusals;
    private final Clock clock;

    RecordedOverviews(
            Scopes scopes,
            JdbcClient jdbc,
            PeopleRows people,
            ArrivalRows arrivals,
            ChangeRows changes,
            PartnerRows partners,
            AgreementsRead agreements,
            HookRefusals refusals,
            Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.people = people;
        this.arrivals = arrivals;
        this.changes = changes;
        this.partners = partners;
        this.agreements = agreements;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public SpaceOverview of(SpaceId space) {
        return scopes.inSpace(space, () -> overview(space, clock.instant()));
    }

    private SpaceOverview overview(SpaceId space, Instant now) {
        Map<CustomerFilter, Integer> counts = people.counts("", now);
        List<RunChangeRow> newest = changes.newest(CHANGES);
        PartnerStates states = partners.states(refusals.lately(space));
        List<Arrival> today = arrivals.today(zone(), now);
        return jdbc.sql(SUMMARY)
                .query((row, number) -> overview(row, counts, states, today, newest, now))
                .single();
    }

    private ZoneId zone() {
        return ZoneId.of(jdbc.sql("select zone from space").query(String.class).single());
    }

    private SpaceOverview overview(
            ResultSet row,
            Map<CustomerFilter, Integer> counts,
            PartnerStates states,
            List<Arrival> today,
            List<RunChangeRow> newest,
            Instant now)
            throws SQLException {
        SpaceState state = StateFacts.of(row).state(now);
        return new SpaceOverview(
                state,
                count(counts, CustomerFilter.ALL),
                count(counts, CustomerFilter.CAN_OPEN_NOW),
                count(counts, CustomerFilter.ON_ITS_WAY),
                count(counts, CustomerFilter.WITHHELD),
                count(counts, CustomerFilter.BY_HAND),
                row.getInt("decisions"),
                Rows.instant(row, "last_run_at"),
                Rows.instant(row, "last_complete_at"),
                Optional.ofNullable(row.getString("trouble_words")),
                Rows.instant(row, "trouble_since"),
                state == SpaceState.WATCHING ? Optional.of(agreements.agreement()) : Optional.empty(),
                states,
                partners.beginning(),
                today,
                newest);
    }

    private static int count(Map<CustomerFilter, Integer> counts, CustomerFilter filter) {
        return counts.getOrDefault(filter, 0);
    }
}
