package app.latchkey.nexudus;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Team;
import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/**
 * What we know of a location from Nexudus, as last read. Works within a space's scope, on that space's rows.
 */
@Repository("nexudusSnapshot")
public class Snapshot {

    private final CustomerRows customers;
    private final PurchaseRows purchases;
    private final ItemRows items;
    private final SourceRows sources;
    private final TeamRows teams;

    Snapshot(CustomerRows customers, PurchaseRows purchases, ItemRows items, SourceRows sources, TeamRows teams) {
        this.customers = customers;
        this.purchases = purchases;
        this.items = items;
        this.sources = sources;
        this.teams = teams;
    }

    /** Takes over what a reading found. Rows that it did not find go only where the source was read whole. */
    public void replaceAll(FullRead read) {
        Instant seenAt = read.startedAt();
        items.put(read.items(), seenAt);
        customers.put(read.customers(), seenAt);
        purchases.put(read.purchases(), seenAt);
        read.sources().values().forEach(source -> {
            sources.put(source, seenAt);
            if (source.complete()) {
                forgetUnseen(source.source(), seenAt);
            }
        });
    }

    private void forgetUnseen(Source source, Instant seenAt) {
        switch (source) {
            case ITEMS -> items.forgetOlderThan(seenAt);
            case CUSTOMERS -> customers.forgetOlderThan(seenAt);
            case PASSES -> purchases.forgetPassesOlderThan(seenAt);
            case BOOKINGS -> purchases.forgetBookingsOlderThan(seenAt);
            case CONTRACTS -> purchases.forgetContractsOlderThan(seenAt);
            case PAUSES, CHECK_INS -> {
                // Part of the contracts and passes they belong to.
            }
        }
    }

    /** Takes over one customer. Purchases that are not among the facts go only when those are complete. */
    public void replaceCustomer(CustomerFacts facts) {
        CustomerId id = facts.customer().id();
        customers.put(List.of(facts.customer()), facts.seenAt());
        purchases.put(facts.purchases(), facts.seenAt());
        if (facts.complete()) {
            purchases.forgetOlderThan(id, facts.seenAt());
        }
    }

    /** A booking that Nexudus says is deleted. */
    public void forgetBooking(long bookingId) {
        purchases.forgetBooking(bookingId);
    }

    public List<Customer> customers() {
        return customers.all();
    }

    public List<Customer> customers(Set<CustomerId> ids) {
        return customers.of(ids);
    }

    public Optional<Customer> customer(CustomerId id) {
        return customers.find(id);
    }

    public List<Purchase> purchasesOf(CustomerId id) {
        return purchases.of(Set.of(id));
    }

    public List<Purchase> purchasesOf(Set<CustomerId> ids) {
        return purchases.of(ids);
    }

    /** All bookings that touch this time, of whatever and by whomever. */
    public List<Booking> bookings(Instant from, Instant to) {
        return purchases.bookings(from, to);
    }

    /** Takes over all teams; others are gone. */
    public void replaceTeams(Collection<Team> all) {
        teams.replace(all);
    }

    public List<Team> teams() {
        return teams.all();
    }

    /** Teams that one of these holds or belongs to, each whole. */
    public List<Team> teamsOf(Set<CustomerId> customers) {
        return teams.of(customers);
    }

    public List<Purchase> allPurchases() {
        return purchases.all();
    }

    /** Whose booking it is; for a hook that says only that a booking was deleted. */
    public Optional<CustomerId> bookedBy(long bookingId) {
        return purchases.bookedBy(bookingId);
    }

    public List<Item> items() {
        return items.all();
    }

    /** When the source was last read whole. */
    public Optional<Instant> seenAt(Source source) {
        return sources.completeAt(source);
    }

    /** How the last reading of each source went, whole or not. */
    public List<SourceRead> lastReads() {
        return sources.all();
    }
}
