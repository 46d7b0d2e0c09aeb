package app.latchkey.entitlement;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bookings of rooms whose time around a booking gives way: between two people the one who comes has the gap first, and the one who leaves has
 * what is left of it.
 */
record Neighbours(List<Booking> bookings) {

    Neighbours {
        bookings = List.copyOf(bookings);
    }

    static Neighbours among(Collection<? extends Purchase> purchases, Rules rules) {
        if (rules.shrinking().isEmpty()) {
            return new Neighbours(List.of());
        }
        return new Neighbours(purchases.stream()
                .filter(Booking.class::isInstance)
                .map(Booking.class::cast)
                .filter(booking -> !booking.tentative() && Faults.of(booking).isEmpty())
                .filter(booking -> booking.items().stream()
                        .anyMatch(item -> rules.shrinking().contains(item.id())))
                .toList());
    }

    /** How long before a booking its doors open. */
    Duration before(Booking booking, Rules rules) {
        return next(booking)
                .map(Booking::to)
                .filter(end -> !end.isAfter(booking.from()))
                .max(Instant::compareTo)
                .map(end -> shorter(rules.before(), Duration.between(end, booking.from())))
                .orElse(rules.before());
    }

    /** How long after a booking its doors stay open. */
    Duration after(Booking booking, Rules rules) {
        return next(booking)
                .map(Booking::from)
                .filter(begin -> !begin.isBefore(booking.to()))
                .min(Instant::compareTo)
                .map(begin -> shorter(rules.after(), left(Duration.between(booking.to(), begin), rules)))
                .orElse(rules.after());
    }

    private static Duration left(Duration gap, Rules rules) {
        return gap.minus(shorter(rules.before(), gap));
    }

    private Stream<Booking> next(Booking booking) {
        return bookings.contains(booking)
                ? bookings.stream()
                        .filter(other -> !samePerson(other, booking))
                        .filter(other -> other.items().stream()
                                .anyMatch(item -> booking.items().contains(item)))
                : Stream.empty();
    }

    /** Somebody who follows himself stays; nobody's booking keeps nobody out. */
    private static boolean samePerson(Booking one, Booking other) {
        Optional<?> owner = one.owner();
        return owner.isEmpty() || owner.equals(other.owner());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
