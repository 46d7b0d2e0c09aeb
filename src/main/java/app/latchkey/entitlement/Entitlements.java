package app.latchkey.entitlement;

import app.latchkey.entitlement.Quarantined.Fault;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From purchases, matches and rules to entitlements. A function of its arguments: no clock, so that the same facts give what was, what is and
 * what will be.
 */
public final class Entitlements {

    private Entitlements() {}

    /** The person's entitlements in order of group and time. Of other customers only bookings next door matter. */
    public static List<Entitlement> of(
            Person person, Collection<? extends Purchase> purchases, Matches matches, Rules rules) {
        return assess(person, purchases, matches, rules).entitlements();
    }

    /** As {@link #of}, and what had to be set aside. Also of a suspended person what makes no sense is told. */
    public static Assessment assess(
            Person person, Collection<? extends Purchase> purchases, Matches matches, Rules rules) {
        List<Entitlement> entitlements = new ArrayList<>();
        List<Quarantined> quarantined = new ArrayList<>();
        Neighbours neighbours = Neighbours.among(purchases, rules);
        for (Purchase purchase : purchases) {
            if (!isOf(person, purchase)) {
                continue;
            }
            Optional<Fault> fault = Faults.of(purchase);
            if (fault.isPresent()) {
                quarantined.add(new Quarantined(purchase, fault.get()));
            } else if (person.mayEnter()) {
                earned(person, purchase, matches, item -> PurchaseWindows.of(purchase, item, rules, neighbours))
                        .forEach(entitlements::add);
            }
        }
        return new Assessment(entitlements.stream().sorted().distinct().toList(), quarantined);
    }

    /** What was given to the person by name, as far as purchases would count too. A group that nothing is matched to cannot be given. */
    public static List<Entitlement> given(Person person, Collection<Gift> gifts, Matches matches) {
        return gifts.stream()
                .filter(gift -> person.mayEnter() && gift.customer().equals(person.customer()))
                .filter(gift -> matches.groups().contains(gift.group()))
                .map(Gift::entitlement)
                .sorted()
                .distinct()
                .toList();
    }

    /** When a purchase counts, whoever has it and whatever it earns; never, when it makes no sense. */
    public static List<Window> windows(Purchase purchase, Collection<? extends Purchase> others, Rules rules) {
        return Faults.of(purchase).isPresent()
                ? List.of()
                : PurchaseWindows.of(purchase, rules, Neighbours.among(others, rules));
    }

    /** As {@link #windows(Purchase, Collection, Rules)}, for one of the purchase's items. */
    public static List<Window> windows(
            Purchase purchase, NamedItem item, Collection<? extends Purchase> others, Rules rules) {
        return Faults.of(purchase).isPresent()
                ? List.of()
                : PurchaseWindows.of(purchase, item, rules, Neighbours.among(others, rules));
    }

    /** The next instant after {@code now} at which somebody's access to a group begins or ends. */
    public static Optional<Instant> nextBoundary(Collection<Entitlement> entitlements, Instant now) {
        return byDoorway(entitlements)
                .flatMap(window -> Stream.concat(Stream.of(window.from()), window.end().stream()))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    /** Whether somebody's access to a group begins then, rather than only ends. */
    public static boolean begins(Collection<Entitlement> entitlements, Instant then) {
        return byDoorway(entitlements).anyMatch(window -> window.from().equals(then));
    }

    private static Stream<Window> byDoorway(Collection<Entitlement> entitlements) {
        return entitlements.stream()
                .collect(Collectors.groupingBy(
                        entitlement -> List.of(entitlement.customer(), entitlement.group()),
                        Collectors.mapping(Entitlement::window, Collectors.toList())))
                .values()
                .stream()
                .flatMap(windows -> Window.union(windows).stream());
    }

    private static Stream<Entitlement> earned(
            Person person, Purchase purchase, Matches matches, Function<NamedItem, List<Window>> windows) {
        return purchase.items().stream()
                .flatMap(item -> matches.earnedBy(item.id()).stream()
                        .flatMap(group -> windows.apply(item).stream()
                                .map(window ->
                                        new Entitlement(person.customer(), group, window, because(purchase, item)))));
    }

    private static Because because(Purchase purchase, NamedItem item) {
        return switch (purchase) {
            case Booking booking ->
                new Because.Booked(booking.id(), item, Window.between(booking.from(), booking.to()));
            case Pass pass -> new Because.Bought(pass.id(), item, pass.kind(), pass.boughtAt());
            case Contract contract ->
                new Because.Contracted(
                        contract.id(),
                        item,
                        contract.startsAt(),
                        contract.partTimeAt(item).map(PartTime::days).orElse(Set.of()));
            case Decided decided -> new Because.Decided(decided.id(), item, decided.since(), decided.until());
        };
    }

    private static boolean isOf(Person person, Purchase purchase) {
        return purchase.owner().filter(person.customer()::equals).isPresent();
    }
}
