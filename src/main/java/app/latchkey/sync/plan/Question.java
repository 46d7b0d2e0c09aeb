package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Rules;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * May this person through the doors of this group now?
 *
 * @param input what a plan is made of, with everybody the question is about
 * @param people every customer that is this one Salto user
 * @param purchases all of theirs that are known
 * @param gifts what was given to them by name, whether or not it counts
 */
public record Question(
        PlanInput input,
        List<CustomerLink> people,
        AccessGroupId group,
        List<Purchase> purchases,
        List<Gift> gifts,
        Rules rules,
        Besides besides) {

    public Question {
        people = List.copyOf(people);
        purchases = List.copyOf(purchases);
        gifts = List.copyOf(gifts);
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(besides, "besides");
        if (people.isEmpty()) {
            throw new IllegalArgumentException("A question is about somebody");
        }
    }

    /** A question with nothing known but the facts of the plan. */
    public static Question about(
            PlanInput input,
            Collection<CustomerLink> people,
            AccessGroupId group,
            Collection<Purchase> purchases,
            Rules rules) {
        return new Question(
                input, List.copyOf(people), group, List.copyOf(purchases), List.of(), rules, Besides.NOTHING);
    }

    public Question given(Collection<Gift> given) {
        return new Question(input, people, group, purchases, List.copyOf(given), rules, besides);
    }

    public Question knowing(Reason... reasons) {
        return with(besides.knowing(reasons));
    }

    public Question during(WeeklyHours hours) {
        return with(besides.during(hours));
    }

    public Question inSince(Instant since) {
        return with(besides.inSince(since));
    }

    public Question frozenUntil(Instant at, Conduct then) {
        return with(besides.frozenUntil(at, then));
    }

    public Question owing(Arrears arrears) {
        return with(besides.owing(arrears));
    }

    private Question with(Besides other) {
        return new Question(input, people, group, purchases, gifts, rules, other);
    }

    /** The same question at another time, when nothing else has changed. */
    Question at(Instant other) {
        Conduct conduct = besides.conduct(input.conduct(), other);
        return new Question(input.at(other).with(conduct), people, group, purchases, gifts, rules, besides);
    }

    /** When the group's doors answer at all; empty when nothing limits them. */
    Optional<WeeklyHours> hours() {
        return Optional.ofNullable(besides.hours());
    }

    /**
     * What a lock says at an instant outside its hours; empty within them.
     *
     * @param belongs when the person belongs in the group
     */
    Optional<Reason> outsideHours(Instant at, Collection<Window> belongs) {
        return hours().filter(hours -> hours.openAt(at).isEmpty())
                .map(hours -> new Reason.OutsideHours(
                        hours, hours.next(belongs, at).map(Window::from).orElse(null)));
    }

    Instant now() {
        return input.now();
    }

    Matches matches() {
        return input.matches();
    }

    /** Everything that puts the person in the group, whenever: as far as he may enter and the matches still say so. */
    List<Entitlement> entitlements() {
        return counting(input.entitlements());
    }

    /** The same, were everything paid. */
    List<Entitlement> earned() {
        return counting(arrears().map(Arrears::earned).orElse(input.entitlements()));
    }

    Optional<Arrears> arrears() {
        return Optional.ofNullable(besides.arrears());
    }

    /** Whoever has bought what an entitlement comes from pays for it. */
    CustomerId payer(Entitlement entitlement) {
        return entitlement.because().purchase().stream()
                .flatMap(key ->
                        purchases.stream().filter(purchase -> purchase.key().equals(key)))
                .flatMap(purchase -> purchase.owner().stream())
                .findFirst()
                .orElse(entitlement.customer());
    }

    /** The invoice that keeps shut what would open at an instant. */
    Optional<Reason> unpaid(Instant at) {
        return arrears()
                .flatMap(arrears -> earned().stream()
                        .filter(entitlement ->
                                entitlement.holdsAt(at) && !arrears.rule().spares(entitlement))
                        .flatMap(entitlement ->
                                arrears.rule().why(arrears.of(payer(entitlement)), rules.zone(), at).stream())
                        .findFirst());
    }

    private List<Entitlement> counting(Collection<Entitlement> entitlements) {
        Set<CustomerId> entering = people.stream()
                .filter(customer -> customer.person().mayEnter())
                .map(customer -> customer.person().customer())
                .collect(Collectors.toSet());
        return entitlements.stream()
                .filter(entitlement -> entitlement.group().equals(group) && entering.contains(entitlement.customer()))
                .filter(entitlement -> Wanted.stillEarns(matches(), entitlement))
                .toList();
    }

    /** What a plan made now decides about the pair; empty when there is nothing to say. */
    Optional<Decision> decision() {
        Subject subject = People.of(people).subjectOf(people.getFirst().person().customer());
        return Planner.plan(input).decisions().stream()
                .filter(decision -> decision.subject().equals(subject))
                .filter(decision -> decision.group().equals(group))
                .findFirst();
    }
}
