package app.latchkey.entitlement;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contract on desks or offices.
 *
 * @param items the desks and offices it is for; none for a plan without a place
 * @param active Nexudus's Active: false before a future start is activated and after the end
 * @param cancelled Nexudus's Cancelled: true as soon as somebody cancels, also for a date ahead
 * @param cancelsAt Nexudus's CancellationDate
 * @param pauses paused periods, past and planned
 * @param partTime which of the items it is for on some days only
 */
public record Contract(
        long id,
        CustomerId customer,
        List<NamedItem> items,
        Instant startsAt,
        boolean active,
        boolean cancelled,
        @Nullable Instant cancelsAt,
        List<Window> pauses,
        List<PartTime> partTime)
        implements Purchase {

    /** On all days of the week. */
    public Contract(
            long id,
            CustomerId customer,
            List<NamedItem> items,
            Instant startsAt,
            boolean active,
            boolean cancelled,
            @Nullable Instant cancelsAt,
            List<Window> pauses) {
        this(id, customer, items, startsAt, active, cancelled, cancelsAt, pauses, List.of());
    }

    public Contract {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(startsAt, "startsAt");
        items = List.copyOf(items);
        pauses = List.copyOf(pauses);
        partTime = List.copyOf(partTime);
    }

    @Override
    public PurchaseKey key() {
        return new PurchaseKey(PurchaseKind.CONTRACT, id);
    }

    @Override
    public Optional<CustomerId> owner() {
        return Optional.of(customer);
    }

    /** Whether the item is had on some days only. */
    public Optional<PartTime> partTimeAt(NamedItem item) {
        return partTime.stream().filter(part -> part.place().equals(item.id())).findFirst();
    }

    public Optional<Instant> cancellation() {
        return Optional.ofNullable(cancelsAt);
    }
}
