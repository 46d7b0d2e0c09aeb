package app.latchkey.doors;

import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Voice;
import app.latchkey.look.State;
import app.latchkey.shared.Window;
import app.latchkey.sync.Doorway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A member's doors in the order of the page: what opens now, likeliest first; what is on its way; what comes next; what comes later; what does
 * not open, and why. A door stands once for each thing there is to say of it; doors that stand just alike and are not open share a card.
 */
public record DoorSections(
        List<DoorCard> open,
        List<DoorCard> onItsWay,
        List<DoorCard> next,
        List<DoorCard> later,
        List<DoorCard> closed) {

    /** What begins within this time stands open on the page; the rest is folded. */
    private static final Duration SOON = Duration.ofHours(24);

    private static final Comparator<Doorway> LONGEST = Comparator.comparing(
                    (Doorway door) -> end(door).orElse(Instant.MAX))
            .reversed();

    private static final Comparator<Doorway> LIKELIEST = Comparator.comparing(
                    (Doorway door) -> end(door).orElse(Instant.MAX))
            .thenComparing(Doorway::door)
            .thenComparing(Doorway::groupName);

    private static final Comparator<Doorway> EARLIEST = Comparator.comparing(
                    (Doorway door) -> door.window().map(Window::from).orElse(Instant.MIN))
            .thenComparing(Doorway::door)
            .thenComparing(Doorway::groupName);

    public DoorSections {
        open = List.copyOf(open);
        onItsWay = List.copyOf(onItsWay);
        next = List.copyOf(next);
        later = List.copyOf(later);
        closed = List.copyOf(closed);
    }

    /** Of somebody who may not enter at all and has no door: that is what there is to say, and not what could be bought. */
    static DoorSections stopped(Voice voice) {
        DoorCard card = new DoorCards(voice, Optional.empty(), List.of()).stopped();
        return new DoorSections(List.of(), List.of(), List.of(), List.of(), List.of(card));
    }

    /** @param troubles what is true of all doors at once */
    static DoorSections of(List<Doorway> doorways, List<Reason> troubles, Voice voice) {
        Set<String> said = new HashSet<>();
        List<Doorway> opens = once(doorways, DoorSections::opens, LONGEST, said);
        List<Doorway> coming = once(doorways, door -> door.state() == DoorState.ON_ITS_WAY, EARLIEST, said);
        List<Doorway> ahead = once(doorways, door -> door.state() == DoorState.NEXT, EARLIEST, new HashSet<>());
        List<Doorway> closed = once(
                doorways,
                door -> door.state() == DoorState.WITHHELD || door.state() == DoorState.CLOSED,
                Comparator.comparing(Doorway::state).thenComparing(Doorway::door),
                said);
        Optional<String> other =
                opens.stream().filter(Doorway::online).map(Doorway::door).findFirst();
        DoorCards cards = new DoorCards(voice, other, troubles);
        List<DoorCard> now = opens.stream().sorted(LIKELIEST).map(cards::of).toList();
        Instant soon = voice.now().plus(SOON);
        Predicate<Doorway> isSoon = door ->
                door.window().filter(window -> !window.from().isBefore(soon)).isEmpty();
        List<DoorCard> next = alike(ahead.stream().filter(isSoon), cards);
        List<DoorCard> later = new ArrayList<>(alike(ahead.stream().filter(isSoon.negate()), cards));
        List<DoorCard> first = next.isEmpty() && !later.isEmpty() ? List.of(later.removeFirst()) : next;
        return new DoorSections(
                now.stream().filter(card -> card.state() != State.ON_ITS_WAY).toList(),
                Stream.concat(
                                together(now.stream().filter(card -> card.state() == State.ON_ITS_WAY)).stream(),
                                alike(coming.stream(), cards).stream())
                        .toList(),
                first,
                later,
                alike(closed.stream(), cards));
    }

    /** Whether there is no door to speak of, not even one that stays shut. */
    public boolean isEmpty() {
        return open.isEmpty() && onItsWay.isEmpty() && next.isEmpty() && closed.isEmpty();
    }

    /** Every door once, likeliest first: the list behind "I'm at a locked door". */
    public List<DoorCard> all() {
        Map<String, DoorCard> all = new LinkedHashMap<>();
        Stream.of(open, onItsWay, next, closed, later)
                .flatMap(List::stream)
                .forEach(card -> card.doors().forEach(door -> all.putIfAbsent(door, card.named(List.of(door)))));
        return List.copyOf(all.values());
    }

    private static boolean opens(Doorway door) {
        return door.state() == DoorState.OPEN || door.state() == DoorState.BY_HAND;
    }

    /** The first doorway of each door in this order, leaving out doors of which something better was said. */
    private static List<Doorway> once(
            List<Doorway> doorways, Predicate<Doorway> which, Comparator<Doorway> order, Set<String> said) {
        return doorways.stream()
                .filter(which)
                .sorted(order)
                .filter(door -> said.add(door.door()))
                .toList();
    }

    private static List<DoorCard> alike(Stream<Doorway> doors, DoorCards cards) {
        return together(doors.map(cards::of));
    }

    private static List<DoorCard> together(Stream<DoorCard> cards) {
        Map<DoorCard, List<String>> alike = new LinkedHashMap<>();
        cards.forEach(card -> alike.computeIfAbsent(card.named(List.of()), _ -> new ArrayList<>())
                .addAll(card.doors()));
        return alike.entrySet().stream()
                .map(each -> each.getKey().named(each.getValue()))
                .toList();
    }

    private static Optional<Instant> end(Doorway door) {
        return door.window().flatMap(Window::end);
    }
}
