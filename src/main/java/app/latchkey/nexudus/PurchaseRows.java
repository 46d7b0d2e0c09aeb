package app.latchkey.nexudus;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code nexudus_purchase}: what customers bought, booked and signed. What a kind has of its own lies in the JSON {@code facts},
 * written and read by {@link PurchaseFacts}; what is searched for has a column.
 */
@Repository("nexudusPurchaseRows")
class PurchaseRows {

    private final JdbcClient jdbc;

    PurchaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Collection<Purchase> purchases, Sighting sighting) {
        List<Purchase> all = new ArrayList<>(purchases);
        jdbc.sql("""
                        insert into nexudus_purchase (kind, id, customer_id, from_time, until_time, facts, seen_at)
                        select kind, id, customer_id, from_time, until_time, facts::jsonb, :seen
                        from unnest(:kinds::text[], :ids::bigint[], :customers::bigint[], :froms::text[]::timestamptz[],
                                    :untils::text[]::timestamptz[], :facts::text[])
                             as row (kind, id, customer_id, from_time, until_time, facts)
                        on conflict (space_id, kind, id) do update
                        set customer_id = excluded.customer_id, from_time = excluded.from_time,
                            until_time = excluded.until_time, facts = excluded.facts, seen_at = excluded.seen_at
                        where nexudus_purchase.seen_at <= excluded.seen_at or nexudus_purchase.seen_at > :now
                        """)
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .param("kinds", column(all, each -> each.key().kind().name(), new String[0]))
                .param("ids", column(all, each -> each.key().id(), new Long[0]))
                .param(
                        "customers",
                        column(all, each -> each.owner().map(CustomerId::value).orElse(null), new Long[0]))
                .param("froms", column(all, each -> from(each).toString(), new String[0]))
                .param(
                        "untils",
                        column(all, each -> until(each).map(Instant::toString).orElse(null), new String[0]))
                .param("facts", column(all, PurchaseFacts::write, new String[0]))
                .update();
    }

    private static Instant from(Purchase purchase) {
        return switch (purchase) {
            case Booking booking -> booking.from();
            case Pass pass -> pass.boughtAt();
            case Contract contract -> contract.startsAt();
            case Decided decided -> decided.since();
        };
    }

    private static Optional<Instant> until(Purchase purchase) {
        return switch (purchase) {
            case Booking booking -> Optional.of(booking.to());
            case Pass pass -> pass.expiry();
            case Contract contract -> contract.cancellation();
            case Decided decided -> decided.end();
        };
    }

    List<Purchase> all() {
        return jdbc.sql("select facts from nexudus_purchase order by kind, id")
                .query((row, number) -> PurchaseFacts.read(row.getString("facts")))
                .list();
    }

    List<Purchase> of(Set<CustomerId> customers) {
        return jdbc.sql("select facts from nexudus_purchase where customer_id = any(:ids) order by kind, id")
                .param("ids", customers.stream().map(CustomerId::value).toArray(Long[]::new))
                .query((row, number) -> PurchaseFacts.read(row.getString("facts")))
                .list();
    }

    List<Purchase> bookings(Set<Long> ids) {
        return jdbc.sql("select facts from nexudus_purchase where kind = 'BOOKING' and id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> PurchaseFacts.read(row.getString("facts")))
                .list();
    }

    List<Booking> bookings(Instant from, Instant to) {
        return jdbc.sql("""
                        select facts from nexudus_purchase
                        where kind = 'BOOKING' and until_time >= :from and from_time <= :to order by id
                        """)
                .param("from", utc(from))
                .param("to", utc(to))
                .query((row, number) -> (Booking) PurchaseFacts.read(row.getString("facts")))
                .list();
    }

    List<PurchaseKey> sharedByOthersThan(Set<CustomerId> customers, Set<PurchaseKey> among) {
        List<PurchaseKey> keys =
                among.stream().filter(PurchaseRows::mayBeATeams).toList();
        return jdbc.sql("""
                        select kind, id from nexudus_purchase
                        join unnest(:kinds::text[], :ids::bigint[]) as wanted (kind, id) using (kind, id)
                        where customer_id <> all(:customers)
                        """)
                .param("kinds", keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param("ids", keys.stream().map(PurchaseKey::id).toArray(Long[]::new))
                .param("customers", customers.stream().map(CustomerId::value).toArray(Long[]::new))
                .query((row, number) -> new PurchaseKey(PurchaseKind.valueOf(row.getString("kind")), row.getLong("id")))
                .list();
    }

    static boolean mayBeATeams(PurchaseKey key) {
        return key.kind() == PurchaseKind.CONTRACT || key.kind() == PurchaseKind.PASS;
    }

    Optional<CustomerId> bookedBy(long bookingId) {
        return jdbc.sql("""
                        select customer_id from nexudus_purchase
                        where kind = 'BOOKING' and id = :id and customer_id is not null
                        """).param("id", bookingId).query(Long.class).optional().map(CustomerId::new);
    }

    void forgetBooking(long bookingId) {
        jdbc.sql("delete from nexudus_purchase where kind = 'BOOKING' and id = :id")
                .param("id", bookingId)
                .update();
    }

    List<Purchase> forgetPassesOlderThan(Sighting sighting) {
        return forgetOlderThan(PurchaseKind.PASS, sighting);
    }

    List<Purchase> forgetBookingsOlderThan(Sighting sighting) {
        return forgetOlderThan(PurchaseKind.BOOKING, sighting);
    }

    List<Purchase> forgetContractsOlderThan(Sighting sighting) {
        return forgetOlderThan(PurchaseKind.CONTRACT, sighting);
    }

    List<Purchase> forgetDecidedOlderThan(Sighting sighting) {
        return forgetOlderThan(PurchaseKind.DECIDED, sighting);
    }

    void forgetAll() {
        jdbc.sql("delete from nexudus_purchase").update();
    }

    /** They were seen, but not understood. */
    void keep(PurchaseKind kind, Collection<Long> ids, Sighting sighting) {
        jdbc.sql("""
                        update nexudus_purchase set seen_at = :seen
                        where kind = :kind and id = any (:ids) and (seen_at < :seen or seen_at > :now)
                        """)
                .param("kind", kind.name())
                .param("ids", ids.toArray(Long[]::new))
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .update();
    }

    private List<Purchase> forgetOlderThan(PurchaseKind kind, Sighting sighting) {
        return jdbc.sql("""
                        delete from nexudus_purchase where kind = :kind and (seen_at < :seen or seen_at > :now)
                        returning facts
                        """)
                .param("kind", kind.name())
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .query((row, number) -> PurchaseFacts.read(row.getString("facts")))
                .list();
    }

    List<Purchase> forgetOlderThan(CustomerId customer, Sighting sighting) {
        return jdbc.sql("""
                        delete from nexudus_purchase where customer_id = :id and (seen_at < :seen or seen_at > :now)
                        returning facts
                        """)
                .param("id", customer.value())
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .query((row, number) -> PurchaseFacts.read(row.getString("facts")))
                .list();
    }

    @SuppressWarnings("NullAway") // a column may hold nulls, which its type cannot say
    private static <T> T[] column(List<Purchase> purchases, Function<Purchase, @Nullable T> value, T[] type) {
        List<T> values = new ArrayList<>();
        purchases.forEach(each -> values.add(value.apply(each)));
        return values.toArray(type);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
