package app.latchkey.sync.plan;

import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Step;
import app.latchkey.shared.CustomerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fewest things that would have to change so that a door opens: done together it opens, and with any of them left out it stays shut. What
 * the next run does by itself is none of them.
 */
public final class SmallestChange {

    private static final Comparator<List<Cure>> FEWEST = Comparator.<List<Cure>>comparingInt(List::size)
            .thenComparing(cures -> cures.stream().anyMatch(Cure.Buy.class::isInstance));

    private final PlanInput input;
    private final Question question;
    private final Optional<Membership> membership;

    private SmallestChange(Question question) {
        this.input = question.input();
        this.question = question;
        this.membership = question.people().stream()
                .flatMap(person -> People.user(person).stream())
                .findFirst()
                .map(user -> new Membership(user, question.group()));
    }

    /**
     * In the order in which the chain is looked at; none when the door opens already.
     *
     * @return empty when nothing here would: the person is looked after by hand
     */
    public static Optional<List<Cure>> of(Question question) {
        return new SmallestChange(question).find();
    }

    private Optional<List<Cure>> find() {
        if (isInByHand()) {
            return Optional.of(hindrances().toList());
        }
        if (isUntouchable()) {
            return Optional.empty();
        }
        return question.people().stream()
                .flatMap(this::earning)
                .min(FEWEST)
                .map(cures -> Stream.of(cures.stream(), planning(), hindrances())
                        .flatMap(part -> part)
                        .toList());
    }

    /** Each way in which this customer could come to have the group. */
    private Stream<List<Cure>> earning(CustomerLink customer) {
        if (customer.link() instanceof Link.Withheld held && held.reason() == WithheldReason.PROTECTED_PERSON) {
            return Stream.empty();
        }
        List<Cure> person = ofPerson(customer);
        CustomerId id = customer.person().customer();
        Stream<List<Cure>> bought = question.purchases().stream()
                .filter(purchase -> purchase.owner().filter(id::equals).isPresent())
                .flatMap(purchase -> ofPurchase(purchase).stream());
        return Stream.concat(bought, Stream.of(List.<Cure>of(new Cure.Buy(id, question.group()))))
                .map(cures -> both(person, cures));
    }

    private static List<Cure> ofPerson(CustomerLink customer) {
        CustomerId id = customer.person().customer();
        List<Cure> cures = new ArrayList<>();
        if (!customer.person().mayEnter()) {
            cures.add(new Cure.LetInAgain(id));
        }
        if (customer.link() instanceof Link.Withheld) {
            cures.add(new Cure.DecideWhoItIs(id));
        }
        return cures;
    }

    private Optional<List<Cure>> ofPurchase(Purchase purchase) {
        if (countsNow(purchase)) {
            return Optional.of(unmatched(purchase));
        }
        return new Ways(question.rules(), question.now())
                .of(purchase)
                .filter(_ -> !purchase.items().isEmpty())
                .map(cures -> both(cures, unmatched(purchase)));
    }

    /** Also for a pass that was used up today, which nothing else says. */
    private boolean countsNow(Purchase purchase) {
        return !purchase.items().isEmpty()
                && Entitlements.windows(purchase, question.purchases(), question.rules()).stream()
                        .anyMatch(window -> window.contains(question.now()));
    }

    private List<Cure> unmatched(Purchase purchase) {
        NamedItem first = purchase.items().getFirst();
        return purchase.items().stream().anyMatch(item -> question.matches().earns(item.id(), question.group()))
                ? List.of()
                : List.of(new Cure.Match(first.id(), question.group()));
    }

    /** What keeps a plan from doing what is right. */
    private Stream<Cure> planning() {
        if (isIn()) {
            return Stream.empty();
        }
        List<Cure> cures = new ArrayList<>();
        if (input.observed().goneGroups().contains(question.group())) {
            cures.add(new Cure.MakeGroupAgain(question.group()));
        }
        if (membership.filter(input.observed().takenOutByHand()::contains).isPresent()) {
            cures.add(new Cure.AllowBack());
        }
        if (membership.isPresent() && !input.reading().membershipsComplete()) {
            cures.add(new Cure.ReadSaltoToTheEnd());
        }
        if (!writes()) {
            cures.add(new Cure.LetChangesThrough());
        }
        return cures.stream();
    }

    private boolean writes() {
        return switch (input.conduct()) {
            case FULL, GRANTS_ONLY -> true;
            case WATCHING, PAUSED, FROZEN, UNKNOWN -> false;
        };
    }

    /** From the group to the door. */
    private Stream<Cure> hindrances() {
        return question.besides().known().stream()
                .filter(reason -> !reason.isDoubt())
                .distinct()
                .sorted(Comparator.comparing(Step::of))
                .map(Cure.Settle::new);
    }

    private boolean isIn() {
        return membership.filter(input.observed().memberships()::contains).isPresent();
    }

    private boolean isInByHand() {
        return isIn() && (row().isEmpty() || isUntouchable());
    }

    private Optional<LedgerRow> row() {
        return input.ledger().stream()
                .filter(row -> membership.filter(row.membership()::equals).isPresent())
                .filter(row -> row.ownership().isOurs())
                .findFirst();
    }

    private boolean isUntouchable() {
        boolean pinned = input.ledger().stream()
                .filter(row -> membership.filter(row.membership()::equals).isPresent())
                .anyMatch(row -> row.ownership().isPinned());
        return pinned
                || membership
                        .filter(known -> input.observed().untouchable().contains(known.user()))
                        .isPresent();
    }

    private static List<Cure> both(List<Cure> first, List<Cure> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
