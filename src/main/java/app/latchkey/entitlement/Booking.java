package app.latchkey.entitlement;

import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A booking of a resource, a desk, or both.
 *
 * @param id Nexudus's id of this one instance, also within a series
 * @param customer nobody when the operator keeps the room for himself
 * @param from Nexudus's FromTime
 * @param to Nexudus's ToTime, possibly not after {@code from}
 * @param tentative asked for, not confirmed
 */
public record Booking(
        long id, @Nullable CustomerId customer, List<NamedItem> items, Instant from, Instant to, boolean tentative)
        implements Purchase {

    public Booking {
        items = List.copyOf(items);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public PurchaseKey key() {
        return new PurchaseKey(PurchaseKind.BOOKING, id);
    }

    @Override
    public Optional<CustomerId> owner() {
        return Optional.ofNullable(customer);
    }
}
