package app.latchkey.sync.read;

import app.latchkey.connection.Partner;
import app.latchkey.connection.State;
import app.latchkey.connection.Traffic;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.DeadLetter;
import app.latchkey.sync.FailureRow;
import app.latchkey.sync.JobHealth;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.StaffBoard;
import app.latchkey.sync.StaffRun;
import app.latchkey.sync.StaffSpace;
import app.latchkey.sync.run.Periods;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The staff's summaries. Reads numbers and causes of all spaces, and no customer. */
@Service
class RecordedBoard implements StaffBoard {

    private static final int RUNS_OF_A_SPACE = 200;
    private static final int DUE_OF_A_SPACE = 50;

    private static final Comparator<SpaceHealth> TROUBLE_FIRST = Comparator.comparing(
                    (SpaceHealth health) -> rank(health.state()))
            .thenComparing(Comparator.comparing(SpaceHealth::dueNextHour).reversed())
            .thenComparing(Comparator.comparing(SpaceHealth::wrongNow).reversed())
            .thenComparing(SpaceHealth::name)
            .thenComparing(SpaceHealth::slug);

    private static final String BOARD = """
        select space.space_id, space.slug, space.name, space.setup, space.mode, space.paused_at, space.frozen_until, space.gap_since, space.gap_asked_at,
               coalesce(wrong_now, 0) as wrong_now, wrong_since, coalesce(due_next_hour, 0) as due_next_hour,
               coalesce(withheld, 0) as withheld, coalesce(unreadable, 0) as unreadable, coalesce(decisions, 0) as decisions, last_run_at,
               last_complete_at, trouble_category, trouble_partner, trouble_words, trouble_since, stands.ill, stands.ill_since, coalesce(stands.dead, false) as dead, coalesce(stands.silent, false) as silent, stands.salto, stands.nexudus,
               exists (select from leaving where leaving.space_id = space.space_id and leaving.state <> 'DONE') as leaving
        from space left join space_health using (space_id)
        left join lateral (
          select bool_or(state in ('NEEDS_SIGN_IN', 'ABSENT')) as dead, bool_or(state = 'PARTNER_SILENT') as silent,
                 (array_agg(partner order by state = 'PARTNER_SILENT', since) filter (where state <> 'CONNECTED'))[1] as ill,
                 (array_agg(since order by state = 'PARTNER_SILENT', since) filter (where state <> 'CONNECTED'))[1] as ill_since,
                 max(state) filter (where partner = 'SALTO') as salto, max(state) filter (where partner = 'NEXUDUS') as nexudus
          from connection_standing where connection_standing.space_id = space.space_id) stands on true
        """;

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final JobRows jobs;
    private final StaffSpaceRows spaces;
    private final Traffic traffic;
    private final DeadLetterRows letters;
    private final Periods periods;
    private final Clock clock;

    RecordedBoard(
            Scopes scopes,
            JdbcClient jdbc,
            JobRows jobs,
            StaffSpaceRows spaces,
            DeadLetterRows letters,
            Traffic traffic,
            Periods periods,
            Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.spaces = spaces;
        this.traffic = traffic;
        this.letters = letters;
        this.periods = periods;
        this.clock = clock;
    }

    @Override
    public List<SpaceHealth> board() {
        Instant now = clock.instant();
        return scopes
                .inStaff(() ->
                        jdbc.sql(BOARD).query((row, number) -> health(row, now)).list())
                .stream()
                .sorted(TROUBLE_FIRST)
                .toList();
    }

    @Override
    public List<FailureRow> failures() {
        return scopes.inStaff(
                () -> jdbc.sql("""
                    select trouble_category, trouble_partner, array_agg(slug order by slug) as slugs,
                           sum(wrong_now + due_next_hour) as people, min(trouble_since) as since,
                           min(trouble_words) as words
                    from space_health join space using (space_id)
                    where trouble_category is not null and trouble_since is not null
                    group by trouble_category, trouble_partner
                    order by people desc, since, trouble_category
                    """).query((row, number) -> failure(row)).list());
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return scopes.inStaff(letters::all);
    }

    @Override
    public Optional<StaffSpace> space(String slug) {
        Optional<FailureRow> trouble = failures().stream()
                .filter(failure -> failure.spaces().contains(slug))
                .findFirst();
        return board().stream()
                .filter(health -> health.slug().equals(slug))
                .findFirst()
                .map(health -> space(health, trouble, traffic(health)));
    }

    private StaffSpace space(SpaceHealth health, Optional<FailureRow> trouble, Map<Partner, Traffic.State> traffic) {
        return scopes.inStaff(() -> new StaffSpace(
                health,
                trouble,
                spaces.runs(health.space(), RUNS_OF_A_SPACE),
                spaces.due(health.space(), DUE_OF_A_SPACE),
                spaces.lease(health.space()),
                traffic));
    }

    private Map<Partner, Traffic.State> traffic(SpaceHealth health) {
        Map<Partner, Traffic.State> states = new EnumMap<>(Partner.class);
        if (health.salto() != State.ABSENT) {
            states.put(Partner.SALTO, traffic.of(health.space(), Partner.SALTO));
        }
        if (health.nexudus() != State.ABSENT) {
            states.put(Partner.NEXUDUS, traffic.of(health.space(), Partner.NEXUDUS));
        }
        return states;
    }

    @Override
    public JobHealth jobs() {
        return scopes.inStaff(() -> jobs.health(clock.instant()));
    }

    @Override
    public List<StaffRun> runs(int limit) {
        return scopes.inStaff(() -> jdbc.sql("""
            select run.*, space.slug, space.name as space_name from run join space using (space_id)
            order by run.started_at desc, space.slug, run.number desc limit :limit
            """)
                .param("limit", limit)
                .query((row, number) -> new StaffRun(
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        row.getString("slug"),
                        row.getString("space_name"),
                        RecordedRuns.run(row)))
                .list());
    }

    private SpaceHealth health(ResultSet row, Instant now) throws SQLException {
        Optional<Instant> lastComplete = Rows.instant(row, "last_complete_at");
        return new SpaceHealth(
                new SpaceId(row.getObject("space_id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                StateFacts.of(row).state(now),
                row.getInt("wrong_now"),
                Rows.instant(row, "wrong_since"),
                row.getInt("due_next_hour"),
                row.getInt("withheld"),
                row.getInt("unreadable"),
                row.getInt("decisions"),
                Rows.instant(row, "frozen_until").filter(now::isBefore),
                Rows.instant(row, "last_run_at"),
                lastComplete,
                lastComplete.filter(at -> isOverdue(at, now)).isPresent(),
                connection(row, "salto"),
                connection(row, "nexudus"),
                Optional.ofNullable(row.getString("trouble_words")),
                Causes.of(row),
                Causes.since(row));
    }

    /** One reading may have begun just before its time, and take its own while. */
    private boolean isOverdue(Instant read, Instant now) {
        return read.isBefore(now.minus(periods.full().multipliedBy(2)));
    }

    private static State connection(ResultSet row, String partner) throws SQLException {
        return Optional.ofNullable(row.getString(partner)).map(State::valueOf).orElse(State.ABSENT);
    }

    /** A cause that nobody has described yet is ours, and trying again is all that can be said of it. */
    private static FailureRow failure(ResultSet row) throws SQLException {
        String cause = row.getString("trouble_category");
        return new FailureRow(
                cause,
                Optional.ofNullable(row.getString("trouble_partner")),
                StateFacts.category(cause).map(known -> known.who().name()).orElse("US"),
                StateFacts.category(cause).map(known -> known.againHelps()).orElse(true),
                List.of((String[]) row.getArray("slugs").getArray()),
                row.getInt("people"),
                Rows.instant(row, "since").orElseThrow(),
                Optional.ofNullable(row.getString("words")).orElse(""));
    }

    private static int rank(SpaceState state) {
        return switch (state) {
            case STOPPED -> 0;
            case BEHIND -> 1;
            case FROZEN, COMPARING -> 2;
            case PAUSED -> 3;
            case WATCHING, LEAVING -> 4;
            case IN_SET_UP -> 5;
            case RIGHT -> 6;
        };
    }
}
