package app.latchkey.sync.read;

import app.latchkey.connection.Partner;
import app.latchkey.nexudus.HookRefusals;
import app.latchkey.nexudus.PushSilence;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.PartnerStates;
import app.latchkey.sync.SpaceTrouble;
import app.latchkey.sync.SpaceTroubles;
import app.latchkey.sync.Touched;
import app.latchkey.sync.plan.Seats;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The worst of what stands in a space's way, by what runs and connections have recorded. */
@Service
class RecordedTroubles implements SpaceTroubles {

    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofHours(36);

    private static final String FACTS = """
            select space.setup, space.mode, space.paused_at, space.frozen_until, space.gap_since, space.gap_asked_at, space.zone,
                   health.trouble_category, health.wrong_since,
                   coalesce(health.trouble_words, ill.reason) as trouble_words,
                   coalesce(health.trouble_since, ill.since) as trouble_since,
                   coalesce(health.trouble_partner, ill.partner) as trouble_partner,
                   coalesce(ill.state in ('NEEDS_SIGN_IN', 'ABSENT'), false) as dead,
                   coalesce(ill.state = 'PARTNER_SILENT', false) as silent,
                   exists (select from leaving where leaving.space_id = space.space_id and leaving.state <> 'DONE') as leaving
            from space left join space_health health using (space_id)
            left join lateral (
              select state, partner, since, reason from connection where state <> 'CONNECTED'
              order by state = 'PARTNER_SILENT', since limit 1) ill on true
            where space.setup = 'DONE' or exists (select from leaving where leaving.state <> 'DONE')
            """;

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final PartnerRows partners;
    private final RecordedOverdueEnds overdue;
    private final TouchedRows touched;
    private final PushSilence silence;
    private final HookRefusals refusals;
    private final Clock clock;

    RecordedTroubles(
            Scopes scopes,
            JdbcClient jdbc,
            PartnerRows partners,
            RecordedOverdueEnds overdue,
            TouchedRows touched,
            PushSilence silence,
            HookRefusals refusals,
            Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.partners = partners;
        this.overdue = overdue;
        this.touched = touched;
        this.silence = silence;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public Optional<SpaceTrouble> worst(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql(FACTS)
                        .query((row, number) -> worst(row))
                        .optional()
                        .flatMap(known -> known.or(() -> silence.since(space).map(SpaceTrouble.NexudusQuiet::new))
                                .or(this::seats)));
    }

    @Override
    public Touched touched(SpaceId space, Duration within) {
        Instant now = clock.instant();
        return scopes.inSpace(space, () -> touched.within(now, now.plus(within)));
    }

    @Override
    public PartnerStates partners(SpaceId space) {
        return scopes.inSpace(space, () -> partners.states(refusals.lately(space)));
    }

    private Optional<SpaceTrouble> worst(ResultSet row) throws SQLException {
        StateFacts facts = StateFacts.of(row);
        Instant now = clock.instant();
        return switch (facts.state(now)) {
            case IN_SET_UP -> Optional.empty();
            case STOPPED -> Optional.of(stopped(row, facts, now));
            case FROZEN ->
                Optional.of(new SpaceTrouble.Frozen(facts.frozenUntil().orElse(now), overdue.people()));
            case COMPARING ->
                Optional.of(new SpaceTrouble.Unknown(
                        Rows.instant(row, "gap_since").orElse(now),
                        Rows.instant(row, "gap_asked_at").isPresent()));
            case PAUSED ->
                Optional.of(incident(row, facts, now)
                        .orElse(new SpaceTrouble.Paused(
                                Rows.instant(row, "paused_at").orElse(now))));
            case WATCHING, RIGHT, BEHIND, LEAVING -> incident(row, facts, now);
        };
    }

    private SpaceTrouble stopped(ResultSet row, StateFacts facts, Instant now) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("zone"));
        Instant midnight =
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return new SpaceTrouble.Stopped(
                partner(row), since(row, now), words(row), facts.dead(), arriving(now, midnight));
    }

    /** What the next try may cure is no incident yet. */
    private static Optional<SpaceTrouble> incident(ResultSet row, StateFacts facts, Instant now) throws SQLException {
        Instant since = since(row, now);
        boolean lasting = facts.troubled() && since.isBefore(now.minus(GRACE));
        return facts.silent() || lasting
                ? Optional.of(new SpaceTrouble.Incident(partner(row), since, facts.silent(), words(row)))
                : Optional.empty();
    }

    private int arriving(Instant now, Instant midnight) {
        return jdbc.sql("""
                        select count(distinct customer_id) from entitlement
                        where lower(during) > :now and lower(during) < :midnight
                        """)
                .param("now", Rows.at(now))
                .param("midnight", Rows.at(midnight))
                .query(Integer.class)
                .single();
    }

    private Optional<SpaceTrouble> seats() {
        return partners.seats()
                .flatMap(seats -> Optional.of(needed())
                        .filter(needed -> needed > seats.left() || Seats.running(seats.used(), seats.bought()))
                        .map(needed -> new SpaceTrouble.SeatsShort(seats.left(), seats.bought(), needed)));
    }

    /** Who waits for a seat, and whoever Salto does not know yet and whose access begins within a day and a half. */
    private int needed() {
        return jdbc.sql("""
                        select count(*) from (
                          select customer_id from standing where verdict = 'WITHHELD' and reason = 'no-seat'
                          union
                          select customer_id from entitlement join standing_link link using (customer_id)
                          where link.platform_user is null and link.reason is null
                            and upper(during) > :now and lower(during) < :soon) people
                        """)
                .param("now", Rows.at(clock.instant()))
                .param("soon", Rows.at(clock.instant().plus(SOON)))
                .query(Integer.class)
                .single();
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("trouble_partner"))
                .map(Partner::valueOf)
                .orElse(Partner.SALTO);
    }

    private static Instant since(ResultSet row, Instant now) throws SQLException {
        return Rows.instant(row, "trouble_since").orElse(now);
    }

    private static String words(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("trouble_words")).orElse("");
    }
}
