package app.latchkey.entitlement;

import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nexudus has decided that a customer belongs in an access group, and does not say because of which purchase.
 *
 * @param id our own number, of this customer in this group without a break
 * @param group the access group, as the item that it is here
 * @param since when Nexudus first said so
 * @param until Nexudus's expires_on; not known to end, when absent
 */
public record Decided(
        long id,
        CustomerId customer,
        NamedItem group,
        Instant since,
        @Nullable Instant until) implements Purchase {

    public Decided {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(since, "since");
    }

    @Override
    public PurchaseKey key() {
        return new PurchaseKey(PurchaseKind.DECIDED, id);
    }

    @Override
    public Optional<CustomerId> owner() {
        return Optional.of(customer);
    }

    @Override
    public List<NamedItem> items() {
        return List.of(group);
    }

    public Optional<Instant> end() {
        return Optional.ofNullable(until);
    }
}
