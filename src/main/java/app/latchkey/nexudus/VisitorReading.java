package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One reading of who visits bookings that are not over for long. Somebody without an address is nobody we could know. */
final class VisitorReading {

    private final SpaceId space;
    private final Lists lists;
    private final Instant now;

    VisitorReading(SpaceId space, Lists lists, Instant now) {
        this.space = space;
        this.lists = lists;
        this.now = now;
    }

    /** Empty when not all could be read: then nobody may conclude that somebody is no visitor any more. */
    Optional<List<BookedVisitor>> all() {
        Instant since = now.minus(FullReading.LOOKING_BACK).truncatedTo(ChronoUnit.SECONDS);
        return read(Entity.BOOKING_VISITOR.from("Booking_ToTime", since));
    }

    /** Of all that one customer has booked; empty as with {@link #all}. */
    Optional<List<BookedVisitor>> of(CustomerId booker) {
        return read(Entity.BOOKING_VISITOR.filter("Booking_Coworker", booker));
    }

    private Optional<List<BookedVisitor>> read(String filter) {
        Lists.Result listed = lists.all(space, Entity.BOOKING_VISITOR, List.of(filter), (soFar, total) -> {});
        try {
            List<BookedVisitor> visitors =
                    listed.rows().stream().flatMap(row -> visitor(row).stream()).toList();
            return Optional.of(visitors).filter(_ -> listed.trouble().isEmpty());
        } catch (Row.MissingField | Row.Nonsense e) {
            return Optional.empty();
        }
    }

    private static Optional<BookedVisitor> visitor(Row row) {
        long booking = row.requiredNumber("BookingId");
        return row.text("VisitorEmail").flatMap(EmailAddress::parse).map(email -> new BookedVisitor(booking, email));
    }
}
