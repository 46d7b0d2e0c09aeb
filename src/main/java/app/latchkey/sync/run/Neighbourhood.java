package app.latchkey.sync.run;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whose purchases decide about somebody besides his own, where the space's rules say so: the holder of his team's contract, whoever has
 * booked what he visits, and who has the same room before and after him. And, the other way round, whom his own decide about. Within a
 * space's scope.
 */
@Component
class Neighbourhood {

    private static final String CAUSE = "somebody else's purchase";

    private final Snapshot seen;
    private final Entitled entitled;
    private final DueWork due;

    Neighbourhood(Snapshot seen, Entitled entitled, DueWork due) {
        this.seen = seen;
        this.entitled = entitled;
        this.due = due;
    }

    /** All purchases that decide about these. */
    List<Purchase> purchases(Situation situation, Set<CustomerId> persons) {
        Set<CustomerId> owners = new HashSet<>(persons);
        situation.teams().stream()
                .filter(team -> team.members().stream().anyMatch(persons::contains))
                .forEach(team -> owners.add(team.holder()));
        List<Purchase> purchases = new ArrayList<>(seen.purchasesOf(owners));
        seen.bookings(visitedBy(situation, persons)).stream()
                .filter(booking -> !purchases.contains(booking))
                .toList()
                .forEach(purchases::add);
        bookingsNextTo(situation, purchases)
                .filter(booking -> !purchases.contains(booking))
                .toList()
                .forEach(purchases::add);
        return purchases;
    }

    /** Has those looked at about whom these decide; not when they are only looked at because of others themselves. */
    void tell(Due row, Planned planned, PersonRead read, Instant now) {
        if (row.causes().contains(CAUSE)) {
            return;
        }
        Situation situation = planned.situation();
        Set<CustomerId> others = situation.teams().stream()
                .filter(team -> planned.persons().contains(team.holder()))
                .flatMap(team -> team.members().stream())
                .collect(Collectors.toCollection(HashSet::new));
        bookingsNextTo(situation, seen.purchasesOf(planned.persons()))
                .flatMap(booking -> booking.owner().stream())
                .forEach(others::add);
        visitors(planned, read).forEach(others::add);
        others.removeAll(planned.persons());
        others.forEach(other -> due.add(Subject.customer(other), now, CAUSE, now));
    }

    private static Set<Long> visitedBy(Situation situation, Set<CustomerId> persons) {
        return situation.guests().entrySet().stream()
                .filter(booking -> booking.getValue().stream().anyMatch(persons::contains))
                .map(booking -> booking.getKey().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who visits what these have booked, and who did: a visitor may have been taken off, and a booking cancelled. */
    private Stream<CustomerId> visitors(Planned planned, PersonRead read) {
        Situation situation = planned.situation();
        if (!situation.space().rules().visitors()) {
            return Stream.empty();
        }
        Set<PurchaseKey> booked = Stream.concat(
                        seen.purchasesOf(planned.persons()).stream().map(Purchase::key), read.cancelled().stream())
                .filter(key -> key.kind() == PurchaseKind.BOOKING)
                .collect(Collectors.toUnmodifiableSet());
        Stream<CustomerId> now =
                booked.stream().flatMap(booking -> situation.guests().getOrDefault(booking, Set.of()).stream());
        return Stream.concat(now, entitled.because(booked).stream());
    }

    private Stream<Booking> bookingsNextTo(Situation situation, Collection<Purchase> purchases) {
        Set<ItemId> shrinking = situation.rules().shrinking();
        Duration around = situation.rules().before().plus(situation.rules().after());
        List<Booking> own = purchases.stream()
                .filter(Booking.class::isInstance)
                .map(Booking.class::cast)
                .filter(booking -> booking.items().stream().map(NamedItem::id).anyMatch(shrinking::contains))
                .toList();
        return own.stream()
                .flatMap(booking ->
                        seen.bookings(booking.from().minus(around), booking.to().plus(around)).stream())
                .filter(other -> own.stream().anyMatch(booking -> isSameRoom(booking, other)))
                .distinct();
    }

    private static boolean isSameRoom(Booking one, Booking other) {
        return one.items().stream().anyMatch(item -> other.items().contains(item));
    }
}
