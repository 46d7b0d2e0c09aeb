package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.Purchase;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.CheckIns;
import java.time.Instant;
import java.time.ZoneId;
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
            select link.customer_id, max(event.at) as last, count(distinct (event.at at time zone :zone)::date) as days
            from door_event event join standing_link link on link.platform_user = event.platform_user
            where event.kind = 'OPENED' and event.at > :since
            group by link.customer_id
            """;

    private final Scopes scopes;
    private final Spaces spaces;
    private final JdbcClient jdbc;
    private final Situations situations;
    private final Snapshot nexudus;

    RecordedCheckIns(Scopes scopes, Spaces spaces, JdbcClient jdbc, Situations situations, Snapshot nexudus) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.jdbc = jdbc;
        this.situations = situations;
        this.nexudus = nexudus;
    }

    private record Came(CustomerId customer, Instant last, int days) {}

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
                        row.getInt("days")))
                .list();
    }

    private static Optional<CameIn> byAnUnusedPass(Came came, List<Purchase> purchases, Situation situation) {
        List<Purchase> then = purchases.stream()
                .filter(purchase ->
                        purchase.owner().filter(came.customer()::equals).isPresent())
                .filter(purchase -> Entitlements.windows(purchase, List.of(), situation.rules()).stream()
                        .anyMatch(window -> window.contains(came.last())))
                .toList();
        return then.stream().allMatch(RecordedCheckIns::isUnused)
                ? then.stream()
                        .map(Pass.class::cast)
                        .min(Comparator.comparing(Pass::boughtAt))
                        .map(pass -> new CameIn(
                                came.customer(),
                                situation.name(came.customer()),
                                came.last(),
                                came.days(),
                                pass.item().name(),
                                pass.boughtAt()))
                : Optional.empty();
    }

    private static boolean isUnused(Purchase purchase) {
        return purchase instanceof Pass pass
                && pass.kind() == PassKind.DAY
                && !pass.usedUp()
                && pass.use().isEmpty();
    }
}
