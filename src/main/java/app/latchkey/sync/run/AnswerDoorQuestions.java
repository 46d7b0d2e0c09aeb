package app.latchkey.sync.run;

import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Step;
import app.latchkey.nexudus.Item;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.GroupHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.DoorAnswer;
import app.latchkey.sync.DoorQuestions;
import app.latchkey.sync.GroupStanding;
import app.latchkey.sync.plan.Arrears;
import app.latchkey.sync.plan.CustomerLink;
import app.latchkey.sync.plan.Explainer;
import app.latchkey.sync.plan.PlanInput;
import app.latchkey.sync.plan.Question;
import app.latchkey.sync.plan.Reading;
import app.latchkey.sync.plan.SmallestChange;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Asks the planner's own explainer, with what is stored of this person and whoever is the same one. */
@Service
class AnswerDoorQuestions implements DoorQuestions {

    private final Scopes scopes;
    private final Situations situations;
    private final Neighbourhood neighbourhood;
    private final Planning planning;
    private final CustomerDirectory directory;
    private final Snapshot nexudus;
    private final app.latchkey.salto.Snapshot salto;
    private final GroupHours hours;
    private final Clock clock;

    AnswerDoorQuestions(
            Scopes scopes,
            Situations situations,
            Neighbourhood neighbourhood,
            Planning planning,
            CustomerDirectory directory,
            Snapshot nexudus,
            app.latchkey.salto.Snapshot salto,
            GroupHours hours,
            Clock clock) {
        this.scopes = scopes;
        this.situations = situations;
        this.neighbourhood = neighbourhood;
        this.planning = planning;
        this.directory = directory;
        this.nexudus = nexudus;
        this.salto = salto;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public SortedMap<String, AccessGroupId> groups(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> salto.groups().stream()
                        .collect(Collectors.toMap(AccessGroup::name, AccessGroup::id, (one, _) -> one, TreeMap::new)));
    }

    @Override
    public Optional<DoorAnswer> ask(SpaceId space, CustomerId customer, AccessGroupId group) {
        Optional<GroupStanding> standing = directory.detail(space, customer).map(CustomerDetail::groups).stream()
                .flatMap(List::stream)
                .filter(one -> one.group().equals(group))
                .findFirst();
        return scopes.inSpace(space, () -> answer(space, customer, group, standing));
    }

    private Optional<DoorAnswer> answer(
            SpaceId space, CustomerId customer, AccessGroupId group, Optional<GroupStanding> standing) {
        Situation situation = situations.around(space, Set.of(customer));
        if (situation.linkOf(customer).isEmpty() || !situation.groups().containsKey(group)) {
            return Optional.empty();
        }
        Set<PlatformUserId> users = situation.usersOf(Set.of(customer));
        Set<CustomerId> persons = Stream.concat(Stream.of(customer), situation.customersOf(users).stream())
                .collect(Collectors.toUnmodifiableSet());
        List<Purchase> purchases = neighbourhood.purchases(situation, persons);
        Question question = question(situation, persons, users, group, purchases)
                .knowing(atTheDoor(standing).toArray(Reason[]::new));
        Explanation explanation = standing.map(GroupStanding::explanation).orElseGet(() -> Explainer.explain(question));
        return Optional.of(new DoorAnswer(
                group, explanation, SmallestChange.of(question), names(situation, persons, group, purchases)));
    }

    private Question question(
            Situation situation,
            Set<CustomerId> persons,
            Set<PlatformUserId> users,
            AccessGroupId group,
            List<Purchase> purchases) {
        Reading reading = Reading.complete(Wanted.keys(purchases));
        PlanInput input = planning.input(
                situation, persons, users, Wanted.of(situation, persons, purchases), reading, clock.instant());
        List<CustomerLink> links = persons.stream()
                .sorted()
                .flatMap(one -> situation.linkOf(one).stream())
                .toList();
        Question asked = Question.about(input, links, group, purchases, situation.rules())
                .given(situation.gifts());
        Question question =
                arrears(situation, persons, purchases).map(asked::owing).orElse(asked);
        Question timed = Optional.ofNullable(hours.known().get(group))
                .map(question::during)
                .orElse(question);
        return Optional.ofNullable(situation.space().frozenUntil())
                .map(until -> timed.frozenUntil(until, situation.conduct(until)))
                .orElse(timed);
    }

    private static Optional<Arrears> arrears(Situation situation, Set<CustomerId> persons, List<Purchase> purchases) {
        return situation
                .overdue()
                .map(rule -> new Arrears(
                        rule, situation.options().invoices(), Wanted.of(situation.allPaid(), persons, purchases)));
    }

    /** What a run has found besides what a plan looks at. */
    private static List<Reason> atTheDoor(Optional<GroupStanding> standing) {
        return standing.flatMap(GroupStanding::reason).filter(AnswerDoorQuestions::isBesideThePlan).stream()
                .toList();
    }

    /** The hours are known to the question itself. */
    private static boolean isBesideThePlan(Reason reason) {
        if (Step.of(reason) == Step.HOURS) {
            return false;
        }
        return Step.of(reason).compareTo(Step.SEAT) >= 0
                || reason instanceof Reason.Refused
                || reason instanceof Reason.WaitingForApproval
                || reason instanceof Reason.Disputed
                || reason instanceof Reason.NotUnderstood
                || reason instanceof Reason.DoorNotSetUp
                || reason instanceof Reason.WayNotComplete;
    }

    private DoorAnswer.Names names(
            Situation situation, Set<CustomerId> persons, AccessGroupId group, List<Purchase> purchases) {
        Map<PurchaseKey, String> bought = new HashMap<>();
        purchases.forEach(purchase ->
                purchase.items().stream().findFirst().ifPresent(item -> bought.put(purchase.key(), item.name())));
        List<Item> known = nexudus.items();
        Map<ItemId, String> items =
                known.stream().collect(Collectors.toMap(Item::id, Item::name, (one, _) -> one, HashMap::new));
        purchases.stream()
                .flatMap(purchase -> purchase.items().stream())
                .forEach(item -> items.putIfAbsent(item.id(), item.name()));
        Map<CustomerId, String> customers =
                persons.stream().collect(Collectors.toMap(person -> person, situation::name));
        return new DoorAnswer.Names(
                situation.groupName(group), bought, items, customers, earning(known, situation, group));
    }

    private static List<String> earning(List<Item> items, Situation situation, AccessGroupId group) {
        return items.stream()
                .filter(item -> !item.archived())
                .filter(item -> situation.matches().earns(item.id(), group))
                .map(Item::name)
                .sorted()
                .toList();
    }
}
