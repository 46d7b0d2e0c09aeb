package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.Invoice;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.OverdueRule;
import app.latchkey.entitlement.Person;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.Reach;
import app.latchkey.entitlement.Sharing;
import app.latchkey.entitlement.Shop;
import app.latchkey.entitlement.Team;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A space small enough to hold in the hand: Nexudus, Salto and the ledger as plain collections, and a run that applies a plan to them. */
final class Scene {

    private static final Sharing WITH_TEAMS = new Sharing(new Reach.WholeTeam(), new Reach.HolderOnly(), false);

    private final Map<CustomerId, CustomerLink> people = new HashMap<>();
    private final Map<PurchaseKey, Purchase> purchases = new HashMap<>();
    private final Set<Gift> gifts = new HashSet<>();
    private final Set<Membership> memberships = new HashSet<>();
    private final Map<Membership, LedgerRow> ledger = new HashMap<>();
    private final Set<PlatformUserId> untouchable = new HashSet<>();
    private final Set<Membership> takenOutByHand = new HashSet<>();
    private final Set<AccessGroupId> goneGroups = new HashSet<>();
    private Matches matches = Shop.MATCHES;
    private Conduct conduct = Conduct.FULL;
    private UnaryOperator<Reading> reading = UnaryOperator.identity();
    private final List<Team> teams = new ArrayList<>();
    private final Map<CustomerId, List<Invoice>> owed = new HashMap<>();
    private @Nullable OverdueRule overdue;
    private Instant now;

    private Scene(Instant now) {
        this.now = now;
    }

    static Scene at(String now) {
        return new Scene(Instant.parse(now));
    }

    static PlatformUserId user(long number) {
        return new PlatformUserId(new UUID(0xB, number));
    }

    static Membership in(long user, AccessGroupId group) {
        return new Membership(user(user), group);
    }

    Scene now(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Scene linked(CustomerId customer, long user) {
        return person(Person.active(customer), new Link.Linked(user(user)));
    }

    Scene toInvite(CustomerId customer) {
        return person(Person.active(customer), new Link.ToInvite());
    }

    Scene withheld(CustomerId customer, WithheldReason reason) {
        return person(Person.active(customer), new Link.Withheld(reason));
    }

    Scene person(Person person, Link link) {
        people.put(person.customer(), new CustomerLink(person, link));
        return this;
    }

    Scene suspend(CustomerId customer) {
        Link link = Objects.requireNonNull(people.get(customer)).link();
        return person(new Person(customer, false, false), link);
    }

    Scene without(CustomerId customer) {
        people.remove(customer);
        return this;
    }

    Scene buys(Purchase... bought) {
        for (Purchase purchase : bought) {
            purchases.put(purchase.key(), purchase);
        }
        return this;
    }

    Scene loses(PurchaseKey key) {
        purchases.remove(key);
        return this;
    }

    Scene gives(Gift gift) {
        gifts.add(gift);
        return this;
    }

    Scene takesBack(Gift gift) {
        gifts.remove(gift);
        return this;
    }

    /** What the holder contracts is the others' too. */
    Scene team(CustomerId holder, CustomerId... members) {
        teams.add(new Team(holder, List.of(members)));
        return this;
    }

    /** Doors close for what is not paid. */
    Scene closesFor(OverdueRule rule) {
        overdue = rule;
        return this;
    }

    Scene owes(CustomerId customer, Invoice invoice) {
        owed.computeIfAbsent(customer, _ -> new ArrayList<>()).add(invoice);
        return this;
    }

    Scene pays(CustomerId customer, Invoice invoice) {
        owed.getOrDefault(customer, new ArrayList<>()).remove(invoice);
        return this;
    }

    Optional<Arrears> arrears() {
        return Optional.ofNullable(overdue).map(rule -> new Arrears(rule, owed, earned()));
    }

    Scene byHand(long user, AccessGroupId group) {
        memberships.add(in(user, group));
        return this;
    }

    Scene takenOut(long user, AccessGroupId group) {
        memberships.remove(in(user, group));
        return this;
    }

    Scene asksNothing() {
        takenOutByHand.clear();
        return this;
    }

    Scene back(AccessGroupId group) {
        goneGroups.remove(group);
        return this;
    }

    Link link(CustomerId customer) {
        return Objects.requireNonNull(people.get(customer)).link();
    }

    Person personOf(CustomerId customer) {
        return Objects.requireNonNull(people.get(customer)).person();
    }

    Purchase purchase(PurchaseKey key) {
        return Objects.requireNonNull(purchases.get(key));
    }

    Scene present(Membership membership) {
        memberships.add(membership);
        return this;
    }

    Scene out(Membership membership) {
        memberships.remove(membership);
        return this;
    }

    Scene asksAbout(long user, AccessGroupId group) {
        takenOutByHand.add(in(user, group));
        return this;
    }

    Scene row(LedgerRow row) {
        ledger.put(row.membership(), row);
        return this;
    }

    Scene untouchable(long user) {
        untouchable.add(user(user));
        return this;
    }

    Scene gone(AccessGroupId group) {
        goneGroups.add(group);
        memberships.removeIf(membership -> membership.group().equals(group));
        return this;
    }

    Scene matches(Matches other) {
        matches = other;
        return this;
    }

    Scene conduct(Conduct other) {
        conduct = other;
        return this;
    }

    Scene reading(UnaryOperator<Reading> other) {
        reading = other;
        return this;
    }

    Set<Membership> memberships() {
        return Set.copyOf(memberships);
    }

    Map<Membership, LedgerRow> ledger() {
        return Map.copyOf(ledger);
    }

    Collection<Purchase> purchases() {
        return List.copyOf(purchases.values());
    }

    Collection<Gift> gifts() {
        return List.copyOf(gifts);
    }

    Instant now() {
        return now;
    }

    Plan plan() {
        return Planner.plan(input());
    }

    PlanInput input() {
        return new PlanInput(
                List.copyOf(people.values()),
                entitlements(),
                new Observed(memberships, untouchable, goneGroups, takenOutByHand),
                List.copyOf(ledger.values()),
                matches,
                reading.apply(Reading.complete(Set.copyOf(purchases.keySet()))),
                conduct,
                now);
    }

    List<Entitlement> entitlements() {
        OverdueRule rule = overdue;
        return rule == null
                ? earned()
                : earned().stream().collect(Collectors.groupingBy(this::payer)).entrySet().stream()
                        .flatMap(
                                each -> rule
                                        .cut(
                                                each.getValue(),
                                                owed.getOrDefault(each.getKey(), List.of()),
                                                Shop.LONDON.zone())
                                        .stream())
                        .toList();
    }

    private CustomerId payer(Entitlement entitlement) {
        return entitlement
                .because()
                .purchase()
                .flatMap(key -> Optional.ofNullable(purchases.get(key)))
                .flatMap(Purchase::owner)
                .orElse(entitlement.customer());
    }

    private List<Entitlement> earned() {
        List<Purchase> shared = WITH_TEAMS.spread(purchases.values(), teams, Map.of());
        return people.values().stream()
                .flatMap(link -> Stream.concat(
                        Entitlements.of(link.person(), shared, matches, Shop.LONDON).stream(),
                        Entitlements.given(link.person(), gifts, matches).stream()))
                .toList();
    }

    /** Plans and does what the plan says. */
    Plan run() {
        Plan plan = plan();
        apply(plan);
        return plan;
    }

    void apply(Plan plan) {
        for (Invite invite : plan.invitations()) {
            linked(invite.customer(), 1000 + invite.customer().value());
        }
        List<Entitlement> entitled = entitlements();
        plan.decisions().forEach(decision -> apply(decision, entitled));
    }

    private void apply(Decision decision, List<Entitlement> entitled) {
        switch (decision) {
            case Decision.Grant grant -> {
                memberships.add(membership(grant));
                own(membership(grant), entitled);
            }
            case Decision.Keep keep -> own(membership(keep), entitled);
            case Decision.Revoke revoke -> {
                memberships.remove(membership(revoke));
                ledger.remove(membership(revoke));
            }
            case Decision.Forget forget -> ledger.remove(membership(forget));
            case Decision.Foreign foreign ->
                ledger.putIfAbsent(
                        membership(foreign), new LedgerRow(membership(foreign), Ownership.FOREIGN, List.of()));
            case Decision.Withhold _, Decision.Hold _ -> {}
        }
    }

    private void own(Membership membership, List<Entitlement> entitled) {
        Ownership before = ledger.containsKey(membership)
                ? Objects.requireNonNull(ledger.get(membership)).ownership()
                : Ownership.OURS;
        ledger.put(
                membership,
                new LedgerRow(membership, before.isOurs() ? before : Ownership.OURS, reasons(membership, entitled)));
    }

    private List<Entitlement> reasons(Membership membership, List<Entitlement> entitled) {
        Set<CustomerId> customers = people.values().stream()
                .filter(link -> link.link().equals(new Link.Linked(membership.user())))
                .map(link -> link.person().customer())
                .collect(Collectors.toSet());
        return entitled.stream()
                .filter(entitlement -> entitlement.holdsAt(now))
                .filter(entitlement -> entitlement.group().equals(membership.group()))
                .filter(entitlement -> customers.contains(entitlement.customer()))
                .toList();
    }

    private Membership membership(Decision decision) {
        return switch (decision.subject()) {
            case Subject.SaltoUser known -> new Membership(known.user(), decision.group());
            case Subject.Newcomer newcomer -> in(1000 + newcomer.customer().value(), decision.group());
        };
    }

    Scene copy() {
        Scene copy = new Scene(now);
        copy.people.putAll(people);
        copy.purchases.putAll(purchases);
        copy.gifts.addAll(gifts);
        copy.memberships.addAll(memberships);
        copy.ledger.putAll(ledger);
        copy.untouchable.addAll(untouchable);
        copy.takenOutByHand.addAll(takenOutByHand);
        copy.goneGroups.addAll(goneGroups);
        copy.matches = matches;
        copy.conduct = conduct;
        copy.reading = reading;
        copy.overdue = overdue;
        owed.forEach((customer, invoices) -> copy.owed.put(customer, new ArrayList<>(invoices)));
        return copy;
    }
}
