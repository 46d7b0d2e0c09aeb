package app.latchkey.nexudus;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.entitlement.Team;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.simulation.Memory;
import app.latchkey.simulation.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was read of Nexudus, kept without a database: nothing newer gives way to something older. */
public final class NexudusInMemory {

    private NexudusInMemory() {}

    public static Snapshot snapshot(Memory memory, Clock clock) {
        return new Snapshot(
                new Customers(memory),
                new Purchased(memory),
                new Items(memory),
                new Sources(memory),
                new NoTeams(),
                new NoVisitors(),
                new NoInvoices(),
                clock);
    }

    private record Seen<T>(T what, Instant at) {
        static <K, T> void put(Table<K, Seen<T>> rows, K key, T what, Sighting sighting) {
            if (rows.get(key).filter(known -> !known.givesWayTo(sighting)).isEmpty()) {
                rows.put(key, new Seen<>(what, sighting.at()));
            }
        }

        static <K, T> void remove(Table<K, Seen<T>> rows, K key, Sighting sighting) {
            if (rows.get(key).filter(known -> known.givesWayTo(sighting)).isPresent()) {
                rows.remove(key);
            }
        }

        private boolean givesWayTo(Sighting sighting) {
            return !at.isAfter(sighting.at()) || at.isAfter(sighting.now());
        }

        boolean isMissedBy(Sighting sighting) {
            return at.isBefore(sighting.at()) || at.isAfter(sighting.now());
        }
    }

    private static final class Customers extends CustomerRows {
        private final Table<CustomerId, Seen<Customer>> rows;
        private final Table<CustomerId, Seen<CustomerId>> gone;

        Customers(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
            gone = memory.table();
        }

        @Override
        void put(Collection<Customer> customers, Sighting sighting) {
            customers.forEach(customer -> {
                Seen.remove(gone, customer.id(), sighting);
                Seen.put(rows, customer.id(), customer, sighting);
            });
        }

        @Override
        void keep(Collection<Long> ids, Sighting sighting) {
            ids.stream()
                    .map(CustomerId::new)
                    .forEach(id -> rows.get(id).ifPresent(seen -> Seen.put(rows, id, seen.what(), sighting)));
        }

        @Override
        void forgetOlderThan(Sighting sighting) {
            rows.removeWhere(seen -> seen.isMissedBy(sighting));
        }

        @Override
        void gone(CustomerId customer, Sighting sighting) {
            Seen.remove(rows, customer, sighting);
            gone.put(customer, new Seen<>(customer, sighting.at()));
        }

        @Override
        List<CustomerId> gone(Collection<CustomerId> ids) {
            return gone.all().stream().map(Seen::what).filter(ids::contains).toList();
        }

        @Override
        List<CustomerId> readAfter(Instant time) {
            Stream<CustomerId> there = rows.all().stream()
                    .filter(seen -> seen.at().isAfter(time))
                    .map(seen -> seen.what().id());
            Stream<CustomerId> left =
                    gone.all().stream().filter(seen -> seen.at().isAfter(time)).map(Seen::what);
            return Stream.concat(there, left).toList();
        }

        @Override
        List<Customer> all() {
            return rows.all().stream()
                    .map(Seen::what)
                    .sorted(Comparator.comparing(Customer::id))
                    .toList();
        }

        @Override
        List<Customer> of(Collection<CustomerId> ids) {
            return all().stream()
                    .filter(customer -> ids.contains(customer.id()))
                    .toList();
        }

        @Override
        List<Customer> at(EmailAddress address) {
            return all().stream()
                    .filter(customer -> customer.email().filter(address::equals).isPresent())
                    .toList();
        }

        @Override
        Optional<Customer> find(CustomerId id) {
            return rows.get(id).map(Seen::what);
        }
    }

    private static final class Purchased extends PurchaseRows {
        private final Table<PurchaseKey, Seen<Purchase>> rows;

        Purchased(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
        }

        @Override
        void put(Collection<Purchase> purchases, Sighting sighting) {
            purchases.forEach(purchase -> Seen.put(rows, purchase.key(), purchase, sighting));
        }

        @Override
        List<Purchase> all() {
            return rows.all().stream()
                    .map(Seen::what)
                    .sorted(Comparator.comparing(Purchase::key))
                    .toList();
        }

        @Override
        List<Purchase> of(Set<CustomerId> customers) {
            return all().stream()
                    .filter(purchase ->
                            purchase.owner().filter(customers::contains).isPresent())
                    .toList();
        }

        @Override
        List<Booking> bookings(Instant from, Instant to) {
            return all().stream()
                    .filter(Booking.class::isInstance)
                    .map(Booking.class::cast)
                    .filter(booking ->
                            !booking.to().isBefore(from) && !booking.from().isAfter(to))
                    .toList();
        }

        @Override
        List<Purchase> bookings(Set<Long> ids) {
            return all().stream()
                    .filter(purchase -> purchase instanceof Booking
                            && ids.contains(purchase.key().id()))
                    .toList();
        }

        @Override
        List<PurchaseKey> sharedByOthersThan(Set<CustomerId> customers, Set<PurchaseKey> among) {
            return all().stream()
                    .filter(purchase -> PurchaseRows.mayBeATeams(purchase.key()) && among.contains(purchase.key()))
                    .filter(purchase -> purchase.owner()
                            .filter(owner -> !customers.contains(owner))
                            .isPresent())
                    .map(Purchase::key)
                    .toList();
        }

        @Override
        void forgetBooking(long bookingId) {
            rows.remove(new PurchaseKey(PurchaseKind.BOOKING, bookingId));
        }

        @Override
        void keep(PurchaseKind kind, Collection<Long> ids, Sighting sighting) {
            ids.stream()
                    .map(id -> new PurchaseKey(kind, id))
                    .forEach(key -> rows.get(key).ifPresent(seen -> Seen.put(rows, key, seen.what(), sighting)));
        }

        @Override
        List<Purchase> forgetPassesOlderThan(Sighting sighting) {
            return forget(PurchaseKind.PASS, sighting);
        }

        @Override
        List<Purchase> forgetBookingsOlderThan(Sighting sighting) {
            return forget(PurchaseKind.BOOKING, sighting);
        }

        @Override
        List<Purchase> forgetContractsOlderThan(Sighting sighting) {
            return forget(PurchaseKind.CONTRACT, sighting);
        }

        private List<Purchase> forget(PurchaseKind kind, Sighting sighting) {
            return forget(seen -> seen.what().key().kind() == kind && seen.isMissedBy(sighting));
        }

        @Override
        List<Purchase> forgetOlderThan(CustomerId customer, Sighting sighting) {
            return forget(
                    seen -> seen.what().owner().filter(customer::equals).isPresent() && seen.isMissedBy(sighting));
        }

        private List<Purchase> forget(Predicate<Seen<Purchase>> which) {
            List<Purchase> forgotten =
                    rows.all().stream().filter(which).map(Seen::what).toList();
            rows.removeWhere(which);
            return forgotten;
        }
    }

    private static final class Items extends ItemRows {
        private final Table<ItemId, Seen<Item>> rows;

        Items(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
        }

        @Override
        void put(Collection<Item> items, Sighting sighting) {
            items.forEach(item -> Seen.put(rows, item.id(), item, sighting));
        }

        @Override
        void forgetOlderThan(Sighting sighting) {
            rows.removeWhere(seen -> seen.isMissedBy(sighting));
        }

        @Override
        List<Item> all() {
            return rows.all().stream().map(Seen::what).toList();
        }
    }

    private static final class Sources extends SourceRows {
        private final Table<Source, Instant> complete;

        Sources(Memory memory) {
            super(Memory.noDatabase());
            complete = memory.table();
        }

        @Override
        void put(SourceRead read, Instant seenAt) {
            if (read.complete()) {
                complete.put(read.source(), seenAt);
            }
        }

        @Override
        Optional<Instant> completeAt(Source source) {
            return complete.get(source);
        }
    }

    private static final class NoTeams extends TeamRows {
        NoTeams() {
            super(Memory.noDatabase());
        }

        @Override
        List<Team> all() {
            return List.of();
        }

        @Override
        List<Team> of(Set<CustomerId> customers) {
            return List.of();
        }
    }

    private static final class NoVisitors extends VisitorRows {
        NoVisitors() {
            super(Memory.noDatabase());
        }

        @Override
        Map<Long, Set<CustomerId>> guests() {
            return Map.of();
        }

        @Override
        Map<Long, Set<CustomerId>> guestsAround(Set<CustomerId> customers) {
            return Map.of();
        }
    }

    private static final class NoInvoices extends InvoiceRows {
        NoInvoices() {
            super(Memory.noDatabase());
        }

        @Override
        List<UnpaidInvoice> all() {
            return List.of();
        }

        @Override
        List<UnpaidInvoice> of(Set<CustomerId> customers) {
            return List.of();
        }
    }
}
