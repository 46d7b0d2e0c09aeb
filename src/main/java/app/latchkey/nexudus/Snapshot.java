package app.latchkey.nexudus;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.entitlement.Team;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private final VisitorRows visitors;
    private final InvoiceRows invoices;
    private final Clock clock;

    Snapshot(
            CustomerRows customers,
            PurchaseRows purchases,
            ItemRows items,
            SourceRows sources,
            TeamRows teams,
            VisitorRows visitors,
            InvoiceRows invoices,
            Clock clock) {
        this.customers = customers;
        this.purchases = purchases;
        this.items = items;
        this.sources = sources;
        this.teams = teams;
        this.visitors = visitors;
        this.invoices = invoices;
        this.clock = clock;
    }

    /**
     * Takes over what a reading found. Rows that it did not find go only where the source was read whole; what it found and did not understand
     * stays as it was.
     *
     * @return purchases that are not known any more
     */
    public List<Purchase> replaceAll(FullRead read) {
        Sighting sighting = seen(read.startedAt());
        items.put(read.items(), sighting);
        customers.put(read.customers(), sighting);
        purchases.put(read.purchases(), sighting);
        List<Purchase> forgotten = new ArrayList<>();
        read.sources().values().forEach(source -> {
            sources.put(source, sighting.at());
            keep(source.source(), source.setAside(), sighting);
            if (source.complete()) {
                forgotten.addAll(forgetUnseen(source.source(), sighting));
            }
        });
        return forgotten;
    }

    private Sighting seen(Instant at) {
        return new Sighting(at, clock.instant());
    }

    private void keep(Source source, Set<Long> ids, Sighting sighting) {
        switch (source) {
            case CUSTOMERS -> customers.keep(ids, sighting);
            case PASSES -> purchases.keep(PurchaseKind.PASS, ids, sighting);
            case BOOKINGS -> purchases.keep(PurchaseKind.BOOKING, ids, sighting);
            case CONTRACTS -> purchases.keep(PurchaseKind.CONTRACT, ids, sighting);
            case ITEMS, DECISIONS, PAUSES, CHECK_INS -> {
                // Of these none is set aside, or it is part of the contract or pass that it belongs to.
            }
        }
    }

    private List<Purchase> forgetUnseen(Source source, Sighting sighting) {
        return switch (source) {
            case ITEMS -> {
                items.forgetOlderThan(sighting);
                yield List.of();
            }
            case CUSTOMERS -> {
                customers.forgetOlderThan(sighting);
                yield List.of();
            }
            case PASSES -> purchases.forgetPassesOlderThan(sighting);
            case BOOKINGS -> purchases.forgetBookingsOlderThan(sighting);
            case CONTRACTS -> purchases.forgetContractsOlderThan(sighting);
            case DECISIONS -> purchases.forgetDecidedOlderThan(sighting);
            // Part of the contracts and passes they belong to.
            case PAUSES, CHECK_INS -> List.of();
        };
    }

    /** Somebody else decides from now on: what was bought or said counts for nothing. */
    public void forgetWhatDecides() {
        purchases.forgetAll();
        items.forgetAll();
        sources.forgetAll();
        teams.replace(List.of());
        visitors.replace(List.of());
        invoices.replace(List.of());
    }

    /**
     * Takes over one customer, or that there is none. Purchases that are not among the facts go only when those are complete.
     *
     * @return purchases that are not known any more
     */
    public List<Purchase> replaceCustomer(CustomerFacts facts) {
        CustomerId id = facts.customer().id();
        Sighting sighting = seen(facts.seenAt());
        if (facts.gone()) {
            customers.gone(id, sighting);
        } else {
            customers.put(List.of(facts.customer()), sighting);
        }
        purchases.put(facts.purchases(), sighting);
        return facts.complete() ? purchases.forgetOlderThan(id, sighting) : List.of();
    }

    /** A booking that was asked for by its id, because the list of its customer lacked it. */
    public void putBooking(Booking booking, Instant seenAt) {
        purchases.put(List.of(booking), seen(seenAt));
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

    /** Who was read, or found to be gone, after this. */
    public Set<CustomerId> customersReadAfter(Instant time) {
        return Set.copyOf(customers.readAfter(time));
    }

    /** Everybody who gave this address. */
    public List<Customer> customersAt(EmailAddress address) {
        return customers.at(address);
    }

    /** Those of whom Nexudus said, asked by their id, that there are none. */
    public Set<CustomerId> gone(Set<CustomerId> ids) {
        return Set.copyOf(customers.gone(ids));
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

    /** Takes over who visits which booking; others are gone. */
    public void replaceVisitors(Collection<BookedVisitor> all) {
        visitors.replace(all);
    }

    /** The same of what one customer has booked. */
    public void replaceVisitors(CustomerId booker, Collection<BookedVisitor> theirs) {
        visitors.replace(booker, theirs);
    }

    /** The visitors of each booking who are customers themselves. */
    public Map<Long, Set<CustomerId>> guests() {
        return visitors.guests();
    }

    /** Of bookings that one of these has made, or visits himself. */
    public Map<Long, Set<CustomerId>> guestsAround(Set<CustomerId> customers) {
        return visitors.guestsAround(customers);
    }

    /** Takes over what is not paid; everything else is. */
    public void replaceInvoices(Collection<UnpaidInvoice> all) {
        invoices.replace(all);
    }

    public void replaceInvoices(CustomerId customer, Collection<UnpaidInvoice> theirs) {
        invoices.replace(customer, theirs);
    }

    public List<UnpaidInvoice> invoices() {
        return invoices.all();
    }

    public List<UnpaidInvoice> invoicesOf(Set<CustomerId> customers) {
        return invoices.of(customers);
    }

    /** Bookings by their ids, of whomever. */
    public List<Purchase> bookings(Set<Long> ids) {
        return purchases.bookings(ids);
    }

    /** Contracts and passes among these that somebody else holds, and that his team may share. */
    public Set<PurchaseKey> sharedByOthersThan(Set<CustomerId> customers, Set<PurchaseKey> among) {
        return Set.copyOf(purchases.sharedByOthersThan(customers, among));
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
