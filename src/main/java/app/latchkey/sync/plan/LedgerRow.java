package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import java.util.List;
import java.util.Objects;

/**
 * What the ledger says about a group membership.
 *
 * @param reasons the entitlements that held when it was last confirmed; none for what is not ours
 */
public record LedgerRow(Membership membership, Ownership ownership, List<Entitlement> reasons) {

    public LedgerRow {
        Objects.requireNonNull(membership, "membership");
        Objects.requireNonNull(ownership, "ownership");
        reasons = List.copyOf(reasons);
    }

    public static LedgerRow of(PlatformUserId user, AccessGroupId group, Ownership ownership) {
        return new LedgerRow(new Membership(user, group), ownership, List.of());
    }
}
