package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.RailedPlan;
import app.latchkey.sync.plan.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

    /** The same about everybody else. */
    Planned without(Set<CustomerId> customers, Set<PlatformUserId> others) {
        Predicate<Decision> stays = decision -> switch (decision.subject()) {
            case Subject.SaltoUser known -> !others.contains(known.user());
            case Subject.Newcomer newcomer -> !customers.contains(newcomer.customer());
        };
        Plan rest = new Plan(
                plan().invitations(), plan().decisions().stream().filter(stays).toList(), plan().matchVersion());
        return new Planned(
                situation,
                less(persons, customers),
                less(users, others),
                entitlements,
                new RailedPlan(rest, railed.heldBack()),
                expected,
                now);
    }

    private static <T> Set<T> less(Set<T> all, Set<T> some) {
        return all.stream().filter(each -> !some.contains(each)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether anything makes this membership right at that time. */
    boolean holds(Membership membership, Instant at) {
        Set<CustomerId> customers = situation.customersOf(Set.of(membership.user()));
        return entitlements.stream()
                .filter(entitlement -> entitlement.group().equals(membership.group()))
                .anyMatch(entitlement -> customers.contains(entitlement.customer()) && entitlement.holdsAt(at));
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
