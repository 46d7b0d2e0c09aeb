package app.latchkey.sync.read;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.Window;
import app.latchkey.sync.read.GroupFacts.Stand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes of the code that a run recorded the whole reason, with its names and times, as far as they are known. */
final class Reasons {

    /** What was bought longer ago is on its way because its time has come. */
    private static final Duration JUST_BOUGHT = Duration.ofMinutes(10);

    private final Basket basket;
    private final List<Reason> troubles;
    private final Instant now;

    Reasons(Basket basket, List<Reason> troubles, Instant now) {
        this.basket = basket;
        this.troubles = List.copyOf(troubles);
        this.now = now;
    }

    /** Why the doors of the group do not open for the person, or not yet; empty where nothing stands in the way. */
    Optional<Reason> of(GroupFacts facts, Judged judged) {
        if (judged.state() == DoorState.CLOSED
                && judged.reason().filter(Reason.OutsideHours.class::isInstance).isEmpty()) {
            return Optional.of(closed(facts, judged));
        }
        return judged.reason().map(why -> detailed(why, facts, judged));
    }

    private Reason closed(GroupFacts facts, Judged judged) {
        if (facts.holder().stopped()) {
            return new Reason.Suspended();
        }
        return basket.unpaid(facts.group(), now)
                .or(() -> changed(judged))
                .or(() -> basket.whyNot(facts.group(), now))
                .or(() -> judged.reason().map(why -> detailed(why, facts, judged)))
                .orElseGet(Reason.NeverBought::new);
    }

    /** A booking that ended before its time was moved or cancelled. */
    private Optional<Reason> changed(Judged judged) {
        Optional<Instant> over = judged.window().flatMap(Window::end);
        return judged.because().stream()
                .filter(Because.Booked.class::isInstance)
                .map(Because.Booked.class::cast)
                .filter(booked -> over.isPresent()
                        && booked.booked().end().filter(over.get()::isBefore).isPresent())
                .findFirst()
                .map(booked -> basket.find(booked.purchase().orElseThrow())
                        .flatMap(purchase -> moved(purchase, booked, over.orElseThrow()))
                        .orElseGet(() -> new Reason.BookingCancelled(booked.item(), over.orElseThrow())));
    }

    private static Optional<Reason> moved(Purchase purchase, Because.Booked booked, Instant at) {
        return purchase.items().stream()
                .filter(item -> !item.id().equals(booked.item().id()))
                .findFirst()
                .map(item -> new Reason.BookingMoved(item, at));
    }

    /** The recorded reason with its names and times, as far as they are known. */
    private Reason detailed(Reason reason, GroupFacts facts, Judged judged) {
        return switch (reason) {
            case Reason.OnItsWay _ -> new Reason.OnItsWay(justBought(judged).orElse(null));
            case Reason.InvitationOpen _ ->
                new Reason.InvitationOpen(facts.holder().invited().orElse(null));
            case Reason.TakenOutByHand _ ->
                new Reason.TakenOutByHand(since(facts).orElse(null));
            case Reason.SaltoSilent _ ->
                trouble(reason)
                        .orElseGet(() -> new Reason.SaltoSilent(since(facts).orElse(null)));
            case Reason.NexudusSilent _ ->
                trouble(reason)
                        .orElseGet(() -> new Reason.NexudusSilent(since(facts).orElse(null)));
            case Reason.SpacePaused _, Reason.SpaceFrozen _ -> trouble(reason).orElse(reason);
            default -> reason;
        };
    }

    private Optional<Reason> trouble(Reason same) {
        return troubles.stream()
                .filter(trouble -> trouble.code().equals(same.code()))
                .findFirst();
    }

    private static Optional<Instant> since(GroupFacts facts) {
        return facts.stand().map(Stand::since);
    }

    private Optional<Instant> justBought(Judged judged) {
        return judged.because().stream()
                .filter(Because.Bought.class::isInstance)
                .map(because -> ((Because.Bought) because).boughtAt())
                .filter(bought -> bought.isAfter(now.minus(JUST_BOUGHT)))
                .findFirst();
    }
}
