package app.latchkey.sync.read;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.Window;
import app.latchkey.sync.DoorState;
import app.latchkey.sync.WhyNot;
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
        if (judged.state() == DoorState.CLOSED) {
            return Optional.of(closed(facts, judged));
        }
        return judged.reason().map(why -> worded(why, facts, judged));
    }

    private Reason closed(GroupFacts facts, Judged judged) {
        if (facts.holder().stopped()) {
            return new Reason.Suspended();
        }
        return basket.unpaid(facts.group(), now)
                .or(() -> changed(judged))
                .or(() -> basket.whyNot(facts.group(), now))
                .or(() -> judged.reason().map(why -> worded(why, facts, judged)))
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

    private Reason worded(WhyNot why, GroupFacts facts, Judged judged) {
        return switch (why) {
            case NEVER_BOUGHT, PASS_USED_UP, BOOKING_NOT_CONFIRMED, CONTRACT_NOT_BEGUN, CONTRACT_PAUSED ->
                basket.whyNot(facts.group(), now).orElseGet(Reason.NeverBought::new);
            case TOO_EARLY -> tooEarly(judged);
            case JUST_ENDED, PASS_EXPIRED, CONTRACT_ENDED -> ended(judged);
            case SUSPENDED -> new Reason.Suspended();
            case ON_ITS_WAY -> new Reason.OnItsWay(justBought(judged).orElse(null));
            case TWO_CUSTOMERS_ONE_EMAIL -> new Reason.TwoCustomersOneEmail();
            case SEVERAL_SALTO_USERS, SALTO_USER_TAKEN -> new Reason.LinkUndecided();
            case NO_WAY_TO_INVITE -> new Reason.NoWayToInvite();
            case LINK_BROKEN -> new Reason.LinkBroken();
            case PROTECTED_PERSON -> new Reason.ProtectedPerson();
            case REFUSED -> new Reason.Refused();
            case WAITING_FOR_APPROVAL, BACK_AND_FORTH -> new Reason.WaitingForApproval();
            case NO_SEAT -> new Reason.NoSeat();
            case INVITATION_OPEN ->
                new Reason.InvitationOpen(facts.holder().invited().orElse(null));
            case BLOCKED_IN_SALTO -> new Reason.BlockedInSalto();
            case DOOR_NOT_SET_UP, GROUP_GONE -> new Reason.DoorNotSetUp();
            case NOT_UNDERSTOOD -> new Reason.OpenByHand();
            case LOCK_OFFLINE -> new Reason.LockOffline(facts.seenAt().orElse(now));
            case SALTO_SILENT -> trouble(Reason.SaltoSilent.class, new Reason.SaltoSilent(since(facts)));
            case NEXUDUS_SILENT -> trouble(Reason.NexudusSilent.class, new Reason.NexudusSilent(since(facts)));
            case TAKEN_OUT_BY_HAND ->
                new Reason.TakenOutByHand(facts.stand().map(Stand::since).orElse(null));
            case SPACE_PAUSED -> trouble(Reason.SpacePaused.class, new Reason.SpacePaused(null));
            case SPACE_FROZEN -> trouble(Reason.SpaceFrozen.class, new Reason.SpaceFrozen(null));
            case WATCHING -> new Reason.SpaceWatching();
        };
    }

    private Reason trouble(Class<? extends Reason> kind, Reason otherwise) {
        return troubles.stream().filter(kind::isInstance).findFirst().orElse(otherwise);
    }

    private Instant since(GroupFacts facts) {
        return facts.stand().map(Stand::since).orElse(now);
    }

    private Optional<Instant> justBought(Judged judged) {
        return judged.because().stream()
                .filter(Because.Bought.class::isInstance)
                .map(because -> ((Because.Bought) because).boughtAt())
                .filter(bought -> bought.isAfter(now.minus(JUST_BOUGHT)))
                .findFirst();
    }

    private static Reason tooEarly(Judged judged) {
        Instant opens = judged.window().map(Window::from).orElse(Instant.MAX);
        return judged.because().stream()
                .findFirst()
                .flatMap(because -> because.earnedBy().map(item -> tooEarly(because, item, opens)))
                .orElseGet(Reason.NeverBought::new);
    }

    private static Reason tooEarly(Because because, NamedItem item, Instant opens) {
        return switch (because) {
            case Because.Booked booked ->
                new Reason.TooEarly(item, booked.booked().from(), opens);
            case Because.Contracted contracted -> new Reason.ContractNotBegun(item, contracted.since());
            case Because.Bought _, Because.Given _, Because.BeforeLatchkey _ -> new Reason.TooEarly(item, opens, opens);
        };
    }

    private Reason ended(Judged judged) {
        Instant at = judged.window().flatMap(Window::end).orElse(now);
        if (judged.because().isEmpty()) {
            return new Reason.NeverBought();
        }
        return switch (judged.because().getLast()) {
            case Because.Booked booked ->
                new Reason.JustEnded(booked.item(), booked.booked().end().orElse(at), at);
            case Because.Bought bought -> new Reason.PassExpired(bought.item(), at);
            case Because.Contracted contracted -> new Reason.ContractEnded(contracted.item(), at);
            case Because.Given _, Because.BeforeLatchkey _ -> new Reason.NeverBought();
        };
    }
}
