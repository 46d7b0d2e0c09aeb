package app.latchkey.sync.read;

import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.Window;
import app.latchkey.sync.read.GroupFacts.Stand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why one person can open the doors of one access group or not, by what runs have recorded: the same for whoever asks. */
final class Explanations {

    private final Reasons reasons;
    private final List<Reason> troubles;
    private final Instant now;

    Explanations(Basket basket, List<Reason> troubles, Instant now) {
        this.reasons = new Reasons(basket, troubles, now);
        this.troubles = List.copyOf(troubles);
        this.now = now;
    }

    Explanation of(GroupFacts facts, Judged judged) {
        Optional<Reason> hindrance = reasons.of(facts, judged);
        Reason reason = hindrance.orElseGet(() -> opening(judged));
        return Explanation.recorded(judged.state(), reason, found(judged, hindrance))
                .holding(since(facts, judged, reason), until(judged, reason));
    }

    private static Reason opening(Judged judged) {
        return judged.state() == DoorState.BY_HAND
                ? new Reason.OpenByHand()
                : new Reason.Open(
                        judged.because(), judged.window().flatMap(Window::end).orElse(null));
    }

    /** What is on its way to a silent partner is still on its way. */
    private List<Reason> found(Judged judged, Optional<Reason> hindrance) {
        Stream<Reason> waiting = judged.state() == DoorState.ON_ITS_WAY
                        && hindrance.filter(Reason::isDoubt).isPresent()
                ? Stream.of(new Reason.OnItsWay(null))
                : Stream.empty();
        return Stream.of(waiting, hindrance.stream(), troubles.stream().filter(Reason::isDoubt))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** As the ledger or the plan has noted it, or as the window that is over tells it. */
    private Optional<Instant> since(GroupFacts facts, Judged judged, Reason reason) {
        return switch (judged.state()) {
            case OPEN -> facts.inSince();
            case WITHHELD, ON_ITS_WAY ->
                facts.stand().filter(stand -> says(stand, reason)).map(Stand::since);
            case CLOSED -> judged.window().flatMap(Window::end).filter(end -> !end.isAfter(now));
            case NEXT, BY_HAND -> Optional.empty();
        };
    }

    private static boolean says(Stand stand, Reason reason) {
        return stand.reason()
                .filter(noted -> noted.code().equals(reason.code()))
                .isPresent();
    }

    private static Optional<Instant> until(Judged judged, Reason reason) {
        return switch (judged.state()) {
            case OPEN -> judged.window().flatMap(Window::end);
            case NEXT -> judged.window().map(Window::from);
            case WITHHELD ->
                reason instanceof Reason.SpaceFrozen frozen ? Optional.ofNullable(frozen.until()) : Optional.empty();
            case ON_ITS_WAY, CLOSED, BY_HAND -> Optional.empty();
        };
    }
}
