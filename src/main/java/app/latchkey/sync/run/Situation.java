package app.latchkey.sync.run;

import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.OverdueRule;
import app.latchkey.entitlement.Person;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.Reach;
import app.latchkey.entitlement.Rules;
import app.latchkey.entitlement.Sharing;
import app.latchkey.entitlement.Team;
import app.latchkey.nexudus.Customer;
import app.latchkey.people.LinkState;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.space.OverdueSetting;
import app.latchkey.space.RailSettings;
import app.latchkey.space.Space;
import app.latchkey.space.SpaceRules;
import app.latchkey.sync.plan.Conduct;
import app.latchkey.sync.plan.CustomerLink;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Link;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.RailLimits;
import app.latchkey.sync.plan.WithheldReason;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a space at one moment, besides purchases: of everybody, or of some who may be the same people.
 *
 * @param linked the links from the other end: nobody is searched for among all customers for each group membership
 */
record Situation(
        Space space,
        Matches matches,
        Map<CustomerId, Customer> customers,
        Map<CustomerId, LinkState> links,
        Map<PlatformUserId, Set<CustomerId>> linked,
        Map<PlatformUserId, SaltoUser> users,
        Map<AccessGroupId, AccessGroup> groups,
        Map<Membership, String> members,
        List<LedgerRow> ledger,
        Set<Membership> putBack,
        List<Gift> gifts,
        OptionFacts options) {

    Situation matchedBy(Matches others) {
        return new Situation(
                space, others, customers, links, linked, users, groups, members, ledger, putBack, gifts, options);
    }

    /** The same in a space that stands otherwise. */
    Situation of(Space other) {
        return new Situation(
                other, matches, customers, links, linked, users, groups, members, ledger, putBack, gifts, options);
    }

    /** The same under other rules. */
    Situation ruledBy(SpaceRules rules) {
        return of(space.ruledBy(rules));
    }

    /** The same, as if no invoice closed a door. */
    Situation allPaid() {
        return ruledBy(space.rules().overdue(OverdueSetting.off()));
    }

    Rules rules() {
        return new Rules(
                space.zone(),
                space.rules().before(),
                space.rules().after(),
                space.rules().cutOff(),
                space.rules().shrinking(),
                space.rules().bridge());
    }

    Sharing sharing() {
        return new Sharing(
                wholeTeamIf(space.rules().teams()),
                new Reach.HolderOnly(),
                wholeTeamIf(space.rules().sharedPasses()),
                space.rules().visitors());
    }

    private static Reach wholeTeamIf(boolean on) {
        return on ? new Reach.WholeTeam() : new Reach.HolderOnly();
    }

    /** None where no rule looks at them, whatever is known. */
    List<Team> teams() {
        return space.rules().looksAtTeams() ? options.teams() : List.of();
    }

    /** Visitors of bookings who are customers; none where the rule is off. */
    Map<PurchaseKey, Set<CustomerId>> guests() {
        return space.rules().visitors() ? options.guests() : Map.of();
    }

    Optional<OverdueRule> overdue() {
        OverdueSetting setting = space.rules().overdue();
        return setting.on()
                ? Optional.of(
                        new OverdueRule(setting.days(), setting.weekends(), setting.tolerated(), setting.exempt()))
                : Optional.empty();
    }

    RailLimits limits() {
        RailSettings limits = space.rules().rails();
        return RailLimits.inPercent(
                limits.removals(),
                limits.removalPercent(),
                limits.groupPercent(),
                limits.groupSize(),
                limits.suspensions(),
                limits.grants(),
                limits.grantPercent());
    }

    Conduct conduct(Instant now) {
        if (space.frozen(now)) {
            return Conduct.FROZEN;
        }
        if (space.paused()) {
            return Conduct.PAUSED;
        }
        if (!space.active()) {
            return Conduct.WATCHING;
        }
        if (space.gap().isPresent()) {
            return Conduct.UNKNOWN;
        }
        return switch (space.mode()) {
            case WATCH -> Conduct.WATCHING;
            case GRANTS_ONLY -> Conduct.GRANTS_ONLY;
            case FULL -> Conduct.FULL;
        };
    }

    /** Groups whose members decide something: those that are matched and those the ledger knows. */
    Set<AccessGroupId> groupsOfInterest() {
        return Stream.concat(
                        matches.groups().stream(),
                        ledger.stream().map(row -> row.membership().group()))
                .filter(groups::containsKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<AccessGroupId> goneGroups() {
        Set<AccessGroupId> gone = new HashSet<>(matches.groups());
        ledger.forEach(row -> gone.add(row.membership().group()));
        gone.removeAll(groups.keySet());
        return groups.isEmpty() ? Set.of() : gone;
    }

    Optional<PlatformUserId> userOf(CustomerId customer) {
        return Optional.ofNullable(links.get(customer)).flatMap(LinkState::linkedUser);
    }

    /** Everybody who is planned together with this customer: of the same Salto user now or before. */
    Set<PlatformUserId> usersOf(Set<CustomerId> persons) {
        return Stream.concat(
                        persons.stream().flatMap(person -> userOf(person).stream()),
                        ledger.stream()
                                .filter(row ->
                                        row.reasons().stream().anyMatch(reason -> persons.contains(reason.customer())))
                                .map(row -> row.membership().user()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All customers but these and whoever is planned together with them. */
    Set<CustomerId> besides(Set<CustomerId> some) {
        Set<CustomerId> others = new HashSet<>(customers.keySet());
        others.removeAll(some);
        others.removeAll(customersOf(usersOf(some)));
        return others;
    }

    Set<CustomerId> customersOf(Set<PlatformUserId> people) {
        return people.stream()
                .flatMap(user -> linked.getOrDefault(user, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<CustomerLink> linkOf(CustomerId customer) {
        return Optional.ofNullable(customers.get(customer))
                .map(known -> new CustomerLink(
                        new Person(customer, known.active(), known.archived()), link(links.get(customer))));
    }

    private static Link link(@org.jspecify.annotations.Nullable LinkState state) {
        return switch (state) {
            case null -> new Link.ToInvite();
            case LinkState.Linked linked -> new Link.Linked(linked.user());
            case LinkState.ToInvite _ -> new Link.ToInvite();
            case LinkState.Withheld withheld -> new Link.Withheld(reason(withheld.reason()));
        };
    }

    private static WithheldReason reason(app.latchkey.people.WithheldReason reason) {
        return switch (reason) {
            case NO_EMAIL_NO_CARD, CARD_ONLY -> WithheldReason.NO_WAY_TO_INVITE;
            case SHARED_IN_NEXUDUS -> WithheldReason.TWO_CUSTOMERS_ONE_EMAIL;
            case SHARED_IN_SALTO -> WithheldReason.SEVERAL_SALTO_USERS;
            case SOMEBODY_ELSE_IS_LINKED -> WithheldReason.SALTO_USER_TAKEN;
            case REFUSED -> WithheldReason.REFUSED;
            case ADMINISTRATOR -> WithheldReason.PROTECTED_PERSON;
        };
    }

    /** Salto users who open nothing before they have a seat again. */
    Set<PlatformUserId> suspended() {
        return users.values().stream()
                .filter(user -> !user.subscribed())
                .map(SaltoUser::platformUser)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<PlatformUserId> untouchable() {
        return users.values().stream()
                .filter(SaltoUser::isPrivileged)
                .map(SaltoUser::platformUser)
                .collect(Collectors.toUnmodifiableSet());
    }

    String groupName(AccessGroupId group) {
        AccessGroup known = groups.get(group);
        return known == null ? "a group that is gone" : known.name();
    }

    String name(PlatformUserId user) {
        SaltoUser known = users.get(user);
        if (known != null) {
            return known.name();
        }
        return members.entrySet().stream()
                .filter(member -> member.getKey().user().equals(user))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("somebody");
    }

    String name(CustomerId customer) {
        Customer known = customers.get(customer);
        return known == null ? "customer " + customer : known.fullName();
    }
}
