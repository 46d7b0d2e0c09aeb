package app.latchkey.sync.read;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.NamedItem;
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

    /** Nexudus is asked for bookings that ended within two days; a door may follow an end a while later. */
    private static final Duration STILL_LISTED = Duration.ofHours(36);

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

    /** A booking for which a door opened no longer, before its time, was moved or cancelled, or is no reason any more. */
    private Optional<Reason> changed(Judged judged) {
        return judged.window()
                .flatMap(Window::end)
                .flatMap(over -> judged.because().stream()
                        .filter(Because.Booked.class::isInstance)
                        .map(Because.Booked.class::cast)
                        .filter(booked ->
                                booked.booked().end().filter(over::isBefore).isPresent())
                        .findFirst()
                        .flatMap(booked -> changed(booked, over)));
    }

    private Optional<Reason> changed(Because.Booked was, Instant over) {
        Optional<Booking> is = basket.booking(was.bookingId());
        return is.isPresent() ? moved(was, is.get(), over) : cancelled(was, over);
    }

    /** One that only ends sooner was not moved: when it ended says enough. */
    private static Optional<Reason> moved(Because.Booked was, Booking is, Instant over) {
        Optional<NamedItem> same = is.items().stream()
                .filter(item -> item.id().equals(was.item().id()))
                .findFirst();
        boolean stays = same.isPresent() && is.from().equals(was.booked().from());
        return stays
                ? Optional.empty()
                : same.or(() -> is.items().stream().findFirst())
                        .flatMap(to -> Window.ifNotEmpty(is.from(), is.to())
                                .map(booked -> new Reason.BookingMoved(was.item(), to, booked, over)));
    }

    /** What is missing later may as well have been shortened, and be over for too long to be listed. */
    private Optional<Reason> cancelled(Because.Booked was, Instant over) {
        return over.isAfter(now.minus(STILL_LISTED))
                ? Optional.of(new Reason.BookingCancelled(was.item(), over))
                : Optional.empty();
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
