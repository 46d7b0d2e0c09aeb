package app.latchkey.sync.read;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.Window;
import app.latchkey.sync.read.GroupFacts.Stand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an access group stands to one person, at an instant: judged by the records alone. */
record Judged(DoorState state, Optional<Window> window, List<Because> because, Optional<Reason> reason) {

    /** What is now, if anything is, and then what comes next. */
    static List<Judged> of(GroupFacts facts, Instant now) {
        List<Judged> judged = new ArrayList<>();
        Optional<Judged> current = now(facts, now);
        Optional<Judged> next = next(facts, now);
        current.filter(known -> known.state != DoorState.CLOSED || next.isEmpty())
                .ifPresent(judged::add);
        next.filter(_ -> current.stream().noneMatch(Judged::hidesNext)).ifPresent(judged::add);
        return List.copyOf(judged);
    }

    /** Where the person is let in anyway, or not at all, a later window says nothing new. */
    private boolean hidesNext() {
        return state == DoorState.BY_HAND || state == DoorState.WITHHELD;
    }

    private static Optional<Judged> now(GroupFacts facts, Instant now) {
        return facts.stand()
                .map(stand -> standing(facts, stand, now))
                .or(() -> notPlannedYet(facts, now))
                .or(() -> facts.ended().map(past -> closed(facts, past.window(), past.because())));
    }

    private static Judged standing(GroupFacts facts, Stand stand, Instant now) {
        Optional<Window> window = stand.window().or(() -> current(facts, now));
        boolean over = window.stream().anyMatch(known -> known.isOver(now));
        return switch (stand.verdict()) {
            case IN -> over ? closed(facts, window, stand.because()) : in(facts, window, stand, now);
            case ON_ITS_WAY ->
                over
                        ? closed(facts, window, stand.because())
                        : onItsWay(window, stand.because(), stand.reason().orElseGet(Judged::waiting));
            case WITHHELD, HELD_GRANT ->
                new Judged(
                        DoorState.WITHHELD,
                        window,
                        stand.because(),
                        stand.reason().or(() -> facts.holder().unlinked()));
            case BY_HAND, PINNED -> byHand(facts, window, stand, now);
            case FROM_NEWER_VERSION -> notUnderstood(facts, window, stand);
            case HELD_REMOVAL, LEAVING -> closed(facts, window, stand.because());
        };
    }

    /** Never "open" before Salto has the membership, nor where Salto opens nothing for the person. */
    private static Judged in(GroupFacts facts, Optional<Window> window, Stand stand, Instant now) {
        if (facts.confirmedAt().isEmpty()) {
            return onItsWay(window, stand.because(), waiting());
        }
        Optional<Reason> shutOut = facts.holder().shutOut().or(stand::reason);
        return shutOut.isPresent()
                ? new Judged(DoorState.WITHHELD, window, stand.because(), shutOut)
                : new Judged(DoorState.OPEN, window, stand.because(), Optional.empty())
                        .untilExpiry(facts)
                        .inHours(facts, now);
    }

    /** However long the person belongs in the group, the door opens no longer than his Salto user lasts. */
    private Judged untilExpiry(GroupFacts facts) {
        Optional<Instant> expiry = facts.holder()
                .expiry()
                .filter(at -> window.flatMap(Window::end).map(at::isBefore).orElse(true));
        return window.flatMap(known -> expiry.flatMap(at -> Window.ifNotEmpty(known.from(), at)))
                .map(shorter -> new Judged(state, Optional.of(shorter), because, reason))
                .orElse(this);
    }

    /** Whoever is in stays in, and nobody is told that he will be let in. */
    private static Judged notUnderstood(GroupFacts facts, Optional<Window> window, Stand stand) {
        return new Judged(
                facts.in() ? DoorState.BY_HAND : DoorState.WITHHELD,
                window,
                stand.because(),
                Optional.of(new Reason.NotUnderstood()));
    }

    private static Judged byHand(GroupFacts facts, Optional<Window> window, Stand stand, Instant now) {
        Optional<Reason> shutOut = facts.holder().shutOut().or(stand::reason);
        Judged judged = new Judged(DoorState.BY_HAND, window, stand.because(), shutOut);
        return shutOut.isPresent() ? judged : judged.inHours(facts, now);
    }

    /** Of a door that answers at certain hours only: until when it does now, or when it does again while the person belongs in the group. */
    private Judged inHours(GroupFacts facts, Instant now) {
        return facts.hours().map(hours -> during(hours, facts, now)).orElse(this);
    }

    private Judged during(WeeklyHours hours, GroupFacts facts, Instant now) {
        List<Window> belongs = Stream.concat(Stream.of(window.orElse(Window.from(now))), facts.wanted().stream())
                .toList();
        Optional<Window> next = hours.next(belongs, now);
        if (hours.openAt(now).isEmpty()) {
            return shut(hours, next);
        }
        return next.filter(open -> open.contains(now)).map(this::endingWith).orElse(this);
    }

    private Judged endingWith(Window open) {
        Instant from = window.map(Window::from).orElse(open.from());
        Window now = open.end().map(end -> Window.between(from, end)).orElse(Window.from(from));
        return new Judged(state, Optional.of(now), because, reason);
    }

    private Judged shut(WeeklyHours hours, Optional<Window> next) {
        Reason outside = new Reason.OutsideHours(hours, next.map(Window::from).orElse(null));
        return new Judged(
                next.isPresent() ? DoorState.NEXT : DoorState.CLOSED,
                next.or(() -> window),
                because,
                Optional.of(outside));
    }

    private static Judged onItsWay(Optional<Window> window, List<Because> because, Reason reason) {
        return new Judged(DoorState.ON_ITS_WAY, window, because, Optional.of(reason));
    }

    private static Optional<Judged> notPlannedYet(GroupFacts facts, Instant now) {
        return current(facts, now).map(window -> onItsWay(Optional.of(window), facts.because(window), waiting()));
    }

    private static Reason waiting() {
        return new Reason.OnItsWay(null);
    }

    private static Optional<Judged> next(GroupFacts facts, Instant now) {
        return facts.wanted().stream()
                .filter(window -> window.isAhead(now))
                .findFirst()
                .map(window -> next(facts, window, now));
    }

    private static Judged next(GroupFacts facts, Window window, Instant now) {
        List<Because> because = facts.because(window);
        Optional<WeeklyHours> hours = facts.hours();
        Optional<Window> open =
                hours.map(known -> known.next(List.of(window), now)).orElse(Optional.of(window));
        if (open.isEmpty()) {
            return new Judged(DoorState.CLOSED, Optional.of(window), because, Optional.empty())
                    .shut(hours.orElseThrow(), Optional.empty());
        }
        Reason reason = facts.holder()
                .unlinked()
                .orElseGet(() -> Times.tooEarly(because, open.get().from()));
        return new Judged(DoorState.NEXT, open, because, Optional.of(reason));
    }

    private static Judged closed(GroupFacts facts, Optional<Window> window, List<Because> because) {
        Reason reason =
                facts.holder().stopped() ? new Reason.Suspended() : Times.ended(because, window.flatMap(Window::end));
        return new Judged(DoorState.CLOSED, window, because, Optional.of(reason));
    }

    private static Optional<Window> current(GroupFacts facts, Instant now) {
        return facts.wanted().stream().filter(window -> window.contains(now)).findFirst();
    }

    /** The most telling one, for a page that has one line for the group. */
    static Judged first(GroupFacts facts, Instant now) {
        return Stream.concat(of(facts, now).stream(), Stream.of(closed(facts, Optional.empty(), List.of())))
                .findFirst()
                .orElseThrow();
    }
}
