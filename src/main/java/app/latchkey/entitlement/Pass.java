package app.latchkey.entitlement;

import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pass that a customer bought or got with a plan.
 *
 * @param id Nexudus's id of the bought pass, not of its type
 * @param item the type of pass
 * @param boughtAt when it came to the customer
 * @param expiresAt when it dies unused; never, when absent
 * @param usedUp Nexudus counts no use or minute left on it
 * @param totalUses how many entries it was sold with, at least 1
 * @param lastUse the stay that used it last, if any
 * @param renewal the renewal of the plan that it comes with, if it does
 */
public record Pass(
        long id,
        CustomerId customer,
        NamedItem item,
        PassKind kind,
        Instant boughtAt,
        @Nullable Instant expiresAt,
        boolean usedUp,
        int totalUses,
        @Nullable PassUse lastUse,
        @Nullable Renewal renewal)
        implements Purchase {

    /** How the plan behind a pass goes on after its period. */
    public record Renewal(boolean automatic, boolean paymentFailed) {

        /** Whether the next period is only a matter of time. */
        boolean isOnItsWay() {
            return automatic && !paymentFailed;
        }
    }

    /** A pass that was bought by itself. */
    public Pass(
            long id,
            CustomerId customer,
            NamedItem item,
            PassKind kind,
            Instant boughtAt,
            @Nullable Instant expiresAt,
            boolean usedUp,
            int totalUses,
            @Nullable PassUse lastUse) {
        this(id, customer, item, kind, boughtAt, expiresAt, usedUp, totalUses, lastUse, null);
    }

    public Pass {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(boughtAt, "boughtAt");
    }

    @Override
    public PurchaseKey key() {
        return new PurchaseKey(PurchaseKind.PASS, id);
    }

    @Override
    public Optional<CustomerId> owner() {
        return Optional.of(customer);
    }

    @Override
    public List<NamedItem> items() {
        return List.of(item);
    }

    public Optional<Instant> expiry() {
        return Optional.ofNullable(expiresAt);
    }

    public Optional<Renewal> renewedBy() {
        return Optional.ofNullable(renewal);
    }

    /** The same where the plan's next payment has not come. */
    public Pass withoutPayment() {
        Renewal failed = renewal == null ? null : new Renewal(renewal.automatic(), true);
        return new Pass(id, customer, item, kind, boughtAt, expiresAt, usedUp, totalUses, lastUse, failed);
    }

    /** The same for somebody it is shared with. */
    Pass heldBy(CustomerId other) {
        return new Pass(id, other, item, kind, boughtAt, expiresAt, usedUp, totalUses, lastUse, renewal);
    }

    /** A pass for a day with a use left on it; it may have expired. */
    public boolean hasADayLeft() {
        return kind == PassKind.DAY && !usedUp;
    }

    public Optional<PassUse> use() {
        return Optional.ofNullable(lastUse);
    }
}
