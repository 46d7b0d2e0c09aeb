package app.latchkey.doors;

import app.latchkey.entitlement.Voice;
import app.latchkey.sync.DoorState;
import app.latchkey.sync.Doorway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A member's doors in the order of the page: what opens now, likeliest first; what comes next; what comes later; what does not open, and
 * why.
 */
public record DoorSections(List<DoorCard> open, List<DoorCard> next, List<DoorCard> later, List<DoorCard> closed) {

    /** What begins within this time stands open on the page; the rest is folded. */
    private static final Duration SOON = Duration.ofHours(24);

    private static final Comparator<Doorway> LIKELIEST = Comparator.comparing((Doorway door) ->
                    door.window().flatMap(window -> window.end()).orElse(Instant.MAX))
            .thenComparing(Doorway::door)
            .thenComparing(Doorway::groupName);

    private static final Comparator<Doorway> EARLIEST = Comparator.comparing(
                    (Doorway door) -> door.window().map(window -> window.from()).orElse(Instant.MIN))
            .thenComparing(Doorway::door)
            .thenComparing(Doorway::groupName);

    public DoorSections {
        open = List.copyOf(open);
        next = List.copyOf(next);
        later = List.copyOf(later);
        closed = List.copyOf(closed);
    }

    static DoorSections of(List<Doorway> doorways, Voice voice) {
        List<Doorway> opens = doorways.stream()
                .filter(door -> door.state() == DoorState.OPEN || door.state() == DoorState.BY_HAND)
                .sorted(LIKELIEST)
                .toList();
        List<Doorway> next = new ArrayList<>();
        List<Doorway> later = new ArrayList<>();
        doorways.stream()
                .filter(door -> door.state() == DoorState.NEXT || door.state() == DoorState.ON_ITS_WAY)
                .sorted(EARLIEST)
                .forEach(door -> (isSoon(door, voice.now()) ? next : later).add(door));
        if (next.isEmpty() && !later.isEmpty()) {
            next.add(later.removeFirst());
        }
        List<Doorway> closed = doorways.stream()
                .filter(door -> door.state() == DoorState.WITHHELD || door.state() == DoorState.CLOSED)
                .sorted(Comparator.comparing(Doorway::state).thenComparing(Doorway::door))
                .toList();
        return new DoorSections(cards(opens, voice), cards(next, voice), cards(later, voice), cards(closed, voice));
    }

    public boolean nothing() {
        return open.isEmpty() && next.isEmpty() && later.isEmpty() && closed.isEmpty();
    }

    /** Every door once, likeliest first: the list behind "I'm at a locked door". */
    public List<DoorCard> all() {
        List<DoorCard> all = new ArrayList<>(open);
        all.addAll(next);
        all.addAll(closed);
        all.addAll(later);
        return List.copyOf(all);
    }

    private static boolean isSoon(Doorway door, Instant now) {
        return door.window()
                .map(window -> window.from().isBefore(now.plus(SOON)))
                .orElse(true);
    }

    private static List<DoorCard> cards(List<Doorway> doors, Voice voice) {
        List<DoorCard> cards = new ArrayList<>();
        for (Doorway door : doors) {
            cards.add(DoorCards.of(door, voice));
        }
        return cards;
    }
}
