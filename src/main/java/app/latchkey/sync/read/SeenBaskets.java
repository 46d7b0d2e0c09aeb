package app.latchkey.sync.read;

import app.latchkey.entitlement.Invoice;
import app.latchkey.entitlement.OverdueRule;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Rules;
import app.latchkey.matching.Matching;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.OverdueSetting;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Baskets from what was last read of Nexudus. */
@Component
class SeenBaskets implements Baskets {

    private final JdbcClient jdbc;
    private final Snapshot nexudus;
    private final Matching matching;
    private final Spaces spaces;
    private final Clock clock;

    SeenBaskets(JdbcClient jdbc, Snapshot nexudus, Matching matching, Spaces spaces, Clock clock) {
        this.jdbc = jdbc;
        this.nexudus = nexudus;
        this.matching = matching;
        this.spaces = spaces;
        this.clock = clock;
    }

    @Override
    public Basket of(SpaceId id, CustomerId customer) {
        Space space = spaces.get(id);
        Rules rules = new Rules(
                space.zone(),
                space.rules().before(),
                space.rules().after(),
                space.rules().cutOff(),
                space.rules().shrinking(),
                space.rules().bridge());
        Set<CustomerId> same = same(customer);
        return new Basket(
                nexudus.purchasesOf(same),
                matching.current(id),
                rules,
                unpaid(space, same),
                space.rules().overdue().exempt(),
                nexudus.bookings(nexudus.guestsAround(same).keySet()));
    }

    private Optional<Reason.InvoiceOpen> unpaid(Space space, Set<CustomerId> same) {
        OverdueSetting setting = space.rules().overdue();
        if (!setting.on()) {
            return Optional.empty();
        }
        List<Invoice> invoices = nexudus.invoicesOf(same).stream()
                .map(invoice -> invoice.in(space.zone()))
                .toList();
        return new OverdueRule(setting.days(), setting.weekends(), setting.tolerated(), setting.exempt())
                .why(invoices, space.zone(), clock.instant());
    }

    private Set<CustomerId> same(CustomerId customer) {
        Set<CustomerId> same = new HashSet<>(jdbc.sql("""
            select other.customer_id from standing_link mine join standing_link other using (platform_user)
            where mine.customer_id = :customer
            """)
                .param("customer", customer.value())
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .list());
        same.add(customer);
        return same;
    }
}
