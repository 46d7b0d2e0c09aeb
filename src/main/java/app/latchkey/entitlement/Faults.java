package app.latchkey.entitlement;

import app.latchkey.entitlement.Quarantined.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds purchases that make no sense, before any arithmetic is done with them. */
final class Faults {

    /** Partners write year 1 or 9999 where they mean nothing; beyond these bounds instants also overflow. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration LONGEST_BOOKING = Duration.ofDays(366);

    private Faults() {}

    static Optional<Fault> of(Purchase purchase) {
        if (instants(purchase).anyMatch(instant -> instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            return Optional.of(Fault.DATE_OUT_OF_RANGE);
        }
        return switch (purchase) {
            case Booking booking -> ofBooking(booking);
            case Pass pass -> ofPass(pass);
            // Cancelled before it began is no fault: it simply never grants.
            case Contract _, Decided _ -> Optional.empty();
        };
    }

    private static Optional<Fault> ofBooking(Booking booking) {
        Duration length = Duration.between(booking.from(), booking.to());
        if (length.isNegative()) {
            return Optional.of(Fault.ENDS_BEFORE_IT_BEGINS);
        }
        if (length.isZero()) {
            return Optional.of(Fault.HAS_NO_LENGTH);
        }
        return length.compareTo(LONGEST_BOOKING) > 0 ? Optional.of(Fault.LASTS_TOO_LONG) : Optional.empty();
    }

    private static Optional<Fault> ofPass(Pass pass) {
        return pass.usedUp() && pass.use().isEmpty() ? Optional.of(Fault.USED_WITHOUT_A_DATE) : Optional.empty();
    }

    private static Stream<Instant> instants(Purchase purchase) {
        return switch (purchase) {
            case Booking booking -> Stream.of(booking.from(), booking.to());
            case Pass pass ->
                Stream.concat(
                        Stream.of(pass.boughtAt()),
                        pass.use().stream()
                                .flatMap(use -> Stream.concat(Stream.of(use.checkedInAt()), use.checkOut().stream())));
            case Contract contract -> Stream.of(contract.startsAt());
            case Decided decided -> Stream.of(decided.since());
        };
    }
}
