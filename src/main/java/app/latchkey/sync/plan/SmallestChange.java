package app.latchkey.sync.plan;

import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Step;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Ways.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fewest things that would have to change so that a door opens: done together it opens, and with any of them left out it stays shut. What
 * the next run does by itself is none of them.
 */
public final class SmallestChange {

    /** Before something is sold or the hours of a lock are changed, what is there is made to count. */
    private static final Comparator<Change> FEWEST = Comparator.<Change>comparingInt(
                    change -> change.cures().size())
            .thenComparing(change -> change.needs(Cure.Buy.class))
            .thenComparing(Change::needsOtherHours)
            .thenComparing(Change::at);

    private final PlanInput input;
    private final Question question;
    private final Earnings earnings;
    private final Optional<Membership> membership;

    /** What opens the door, and when it does. */
    private record Change(Instant at, List<Cure> cures) {

        boolean needs(Class<? extends Cure> kind) {
            return cures.stream().anyMatch(kind::isInstance);
        }

        boolean needsOtherHours() {
            return cures.stream()
                    .anyMatch(cure -> cure instanceof Cure.Settle(Reason reason) && Step.of(reason) == Step.HOURS);
        }
    }

    private SmallestChange(Question question) {
        this.input = question.input();
        this.question = question;
        this.earnings = new Earnings(question);
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
        return changes().min(FEWEST).map(Change::cures);
    }

    private Stream<Change> changes() {
        if (isInByHand()) {
            return changes(List.of(), Way.during(Window.from(question.now())));
        }
        return isUntouchable() ? Stream.empty() : question.people().stream().flatMap(this::earning);
    }

    private Stream<Change> earning(CustomerLink customer) {
        boolean left =
                customer.link() instanceof Link.Withheld held && held.reason() == WithheldReason.PROTECTED_PERSON;
        return left
                ? Stream.empty()
                : earnings.of(customer.person().customer()).flatMap(way -> changes(ofPerson(customer), way));
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

    /** The same way at each time that could spare something else: as soon as it counts, the door answers, or a freeze has lapsed. */
    private Stream<Change> changes(List<Cure> person, Way way) {
        return Stream.concat(Stream.of(question.now()), thaw().stream())
                .flatMap(from -> Stream.of(way.windows(), answering(way.windows(), from))
                        .flatMap(windows -> earliest(windows, from).stream()))
                .distinct()
                .map(at -> change(person, way, at));
    }

    private Optional<Instant> thaw() {
        return Optional.ofNullable(question.besides().thaw())
                .map(Besides.Thaw::at)
                .filter(question.now()::isBefore);
    }

    private static Optional<Instant> earliest(Collection<Window> windows, Instant from) {
        return windows.stream()
                .flatMap(window -> window.intersect(Window.from(from)).stream())
                .map(Window::from)
                .min(Instant::compareTo);
    }

    private Change change(List<Cure> person, Way way, Instant at) {
        Stream<Cure> time = at.isAfter(question.now()) ? Stream.of(new Cure.WaitUntil(at)) : Stream.empty();
        return new Change(
                at,
                Stream.of(person.stream(), time, way.cures().stream(), planning(at), hindrances(at))
                        .flatMap(part -> part)
                        .toList());
    }

    /** What keeps a plan from doing what is right. */
    private Stream<Cure> planning(Instant at) {
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
        if (!writes(at)) {
            cures.add(new Cure.LetChangesThrough());
        }
        return cures.stream();
    }

    private boolean writes(Instant at) {
        return switch (question.besides().conduct(input.conduct(), at)) {
            case FULL, GRANTS_ONLY -> true;
            case WATCHING, PAUSED, FROZEN, UNKNOWN -> false;
        };
    }

    /** From the group to the door. */
    private Stream<Cure> hindrances(Instant at) {
        return Stream.concat(question.besides().known().stream(), question.outsideHours(at, List.of()).stream())
                .filter(reason -> !reason.isDoubt())
                .distinct()
                .sorted(Comparator.comparing(Step::of))
                .map(Cure.Settle::new);
    }

    /** When the doors answer too, from an instant on. */
    private List<Window> answering(List<Window> windows, Instant from) {
        Optional<WeeklyHours> hours = question.hours();
        return hours.isEmpty()
                ? windows
                : windows.stream()
                        .flatMap(window -> window.intersect(Window.from(from)).stream())
                        .flatMap(window -> hours.get().within(window).stream())
                        .toList();
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
}
