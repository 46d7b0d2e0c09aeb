package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.RailedPlan;
import app.latchkey.sync.plan.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan together with what it was made from.
 *
 * @param byCustomer the same entitlements, each customer's together
 */
record Planned(
        Situation situation,
        Set<CustomerId> persons,
        Set<PlatformUserId> users,
        List<Entitlement> entitlements,
        Map<CustomerId, List<Entitlement>> byCustomer,
        RailedPlan railed,
        Set<Membership> expected,
        Instant now) {

    Plan plan() {
        return railed.plan();
    }

    /** Whether nobody was set aside. */
    boolean isAboutEverybody() {
        return persons.containsAll(situation.customers().keySet());
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
                byCustomer,
                new RailedPlan(rest, railed.heldBack()),
                expected,
                now);
    }

    private static <T> Set<T> less(Set<T> all, Set<T> some) {
        return all.stream().filter(each -> !some.contains(each)).collect(Collectors.toUnmodifiableSet());
    }

    static Planned of(
            Situation situation,
            Set<CustomerId> persons,
            Set<PlatformUserId> users,
            List<Entitlement> entitlements,
            RailedPlan railed,
            Set<Membership> expected,
            Instant now) {
        Map<CustomerId, List<Entitlement>> byCustomer =
                entitlements.stream().collect(Collectors.groupingBy(Entitlement::customer));
        return new Planned(situation, persons, users, entitlements, byCustomer, railed, expected, now);
    }

    /** Whom a decision is about, in Nexudus. */
    Set<CustomerId> customersOf(Subject subject) {
        return switch (subject) {
            case Subject.SaltoUser known -> situation.customersOf(Set.of(known.user()));
            case Subject.Newcomer newcomer -> Set.of(newcomer.customer());
        };
    }

    /** Whether anything makes this membership right at that time. */
    boolean holds(Membership membership, Instant at) {
        return situation.customersOf(Set.of(membership.user())).stream()
                .anyMatch(
                        customer -> holding(customer, membership, at).findAny().isPresent());
    }

    /** The entitlements that hold now and make this membership right. */
    List<Entitlement> reasons(Membership membership) {
        return situation.customersOf(Set.of(membership.user())).stream()
                .sorted()
                .flatMap(customer -> holding(customer, membership, now))
                .toList();
    }

    /** The same for somebody who became a Salto user just now. */
    List<Entitlement> reasons(CustomerId customer, Membership membership) {
        return holding(customer, membership, now).toList();
    }

    /** The entitlements of these customers in that group which have not begun, the soonest of each first. */
    Stream<Entitlement> ahead(Set<CustomerId> customers, AccessGroupId group) {
        return customers.stream()
                .sorted()
                .flatMap(customer ->
                        byCustomer.getOrDefault(customer, List.of()).stream().sorted())
                .filter(entitlement -> entitlement.group().equals(group))
                .filter(entitlement -> entitlement.window().isAhead(now));
    }

    private Stream<Entitlement> holding(CustomerId customer, Membership membership, Instant at) {
        return byCustomer.getOrDefault(customer, List.of()).stream()
                .filter(entitlement -> entitlement.group().equals(membership.group()))
                .filter(entitlement -> entitlement.holdsAt(at));
    }
}
