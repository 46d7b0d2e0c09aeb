package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.LocalTimes;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Rules;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.CheckIns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Holds what happened at the doors against what everybody who opened one has bought. */
@Service
class RecordedCheckIns implements CheckIns {

    private static final String CAME_IN = """
            select link.customer_id, max(event.at) as last,
                   array_agg(distinct (event.at at time zone :zone)::date::text) as days
            from door_event event join standing_link link on link.platform_user = event.platform_user
            where event.kind = 'OPENED' and event.at > :since
            group by link.customer_id
            """;

    /** Check-ins are read two days back. Of a day before, nobody can say whether a pass of several was used on it. */
    private static final Duration STAYS_KNOWN = Duration.ofDays(1);

    private final Scopes scopes;
    private final Spaces spaces;
    private final JdbcClient jdbc;
    private final Situations situations;
    private final Snapshot nexudus;
    private final Clock clock;

    RecordedCheckIns(
            Scopes scopes, Spaces spaces, JdbcClient jdbc, Situations situations, Snapshot nexudus, Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.jdbc = jdbc;
        this.situations = situations;
        this.nexudus = nexudus;
        this.clock = clock;
    }

    /** @param days on which a door was opened, in the space's zone */
    private record Came(CustomerId customer, Instant last, List<LocalDate> days) {

        int daysAfter(Optional<LocalDate> day) {
            return (int) days.stream()
                    .filter(each -> day.filter(before -> !each.isAfter(before)).isEmpty())
                    .count();
        }
    }

    @Override
    public List<CameIn> withoutCheckIn(SpaceId space, Instant since) {
        return scopes.inSpace(space, () -> {
            List<Came> came = came(since, spaces.get(space).zone());
            Set<CustomerId> customers = came.stream().map(Came::customer).collect(Collectors.toUnmodifiableSet());
            Situation situation = situations.around(space, customers);
            List<Purchase> purchases = nexudus.purchasesOf(customers);
            return came.stream()
                    .flatMap(one -> byAnUnusedPass(one, purchases, situation).stream())
                    .sorted(Comparator.comparing(CameIn::days).reversed().thenComparing(CameIn::name))
                    .toList();
        });
    }

    @Override
    public List<ByUs> byUs(SpaceId space, Instant since) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql(
                                "select customer_id, name, came_at, outcome from door_check_in where came_at > :since order by came_at desc")
                        .param("since", Rows.at(since))
                        .query((row, number) -> new ByUs(
                                new CustomerId(row.getLong("customer_id")),
                                row.getString("name"),
                                Rows.instant(row, "came_at").orElseThrow(),
                                Outcome.valueOf(row.getString("outcome"))))
                        .list());
    }

    private List<Came> came(Instant since, ZoneId zone) {
        return jdbc.sql(CAME_IN)
                .param("zone", zone.getId())
                .param("since", Rows.at(since))
                .query((row, number) -> new Came(
                        new CustomerId(row.getLong("customer_id")),
                        Rows.instant(row, "last").orElseThrow(),
                        Arrays.stream((String[]) row.getArray("days").getArray())
                                .map(LocalDate::parse)
                                .toList()))
                .list();
    }

    private Optional<CameIn> byAnUnusedPass(Came came, List<Purchase> purchases, Situation situation) {
        List<Purchase> then = purchases.stream()
                .filter(purchase ->
                        purchase.owner().filter(came.customer()::equals).isPresent())
                .filter(purchase -> Entitlements.windows(purchase, List.of(), situation.rules()).stream()
                        .anyMatch(window -> window.contains(came.last())))
                .toList();
        return then.stream().allMatch(purchase -> isUnused(purchase, came.last(), situation.rules()))
                ? then.stream()
                        .map(Pass.class::cast)
                        .min(Comparator.comparing(Pass::boughtAt))
                        .map(pass -> new CameIn(
                                came.customer(),
                                situation.name(came.customer()),
                                came.last(),
                                came.daysAfter(lastUsed(pass, situation.rules())),
                                pass.item().name(),
                                pass.boughtAt()))
                : Optional.empty();
    }

    /** A pass of several uses is used once a day: one on a day before says nothing of this day. */
    private boolean isUnused(Purchase purchase, Instant last, Rules rules) {
        return purchase instanceof Pass pass
                && pass.hasADayLeft()
                && (pass.use().isEmpty() || areStaysKnown(last) && wasUsedBefore(last, pass, rules));
    }

    private boolean areStaysKnown(Instant then) {
        return then.isAfter(clock.instant().minus(STAYS_KNOWN));
    }

    private static boolean wasUsedBefore(Instant last, Pass pass, Rules rules) {
        Instant began = LocalTimes.startOfBusinessDay(last, rules.zone(), rules.cutOff());
        return pass.use().filter(use -> use.checkedInAt().isBefore(began)).isPresent();
    }

    private static Optional<LocalDate> lastUsed(Pass pass, Rules rules) {
        return pass.use().map(use -> LocalDate.ofInstant(use.checkedInAt(), rules.zone()));
    }
}
