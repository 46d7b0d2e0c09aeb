package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.RailedPlan;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan together with what it was made from. */
record Planned(
        Situation situation,
        Set<CustomerId> persons,
        Set<PlatformUserId> users,
        List<Entitlement> entitlements,
        RailedPlan railed,
        Set<Membership> expected,
        Instant now) {

    Plan plan() {
        return railed.plan();
    }

    /** The entitlements that hold now and make this membership right. */
    List<Entitlement> reasons(Membership membership) {
        Set<CustomerId> customers = situation.customersOf(Set.of(membership.user()));
        return entitlements.stream()
                .filter(entitlement -> entitlement.group().equals(membership.group()))
                .filter(entitlement -> customers.contains(entitlement.customer()))
                .filter(entitlement -> entitlement.holdsAt(now))
                .toList();
    }

    /** The same for somebody who became a Salto user just now. */
    List<Entitlement> reasons(CustomerId customer, Membership membership) {
        return entitlements.stream()
                .filter(entitlement -> entitlement.group().equals(membership.group()))
                .filter(entitlement -> entitlement.customer().equals(customer))
                .filter(entitlement -> entitlement.holdsAt(now))
                .collect(Collectors.toList());
    }
}
