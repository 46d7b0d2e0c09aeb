package app.latchkey.sync.plan;

import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.Reason.*;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Since when a verdict holds and when it changes by itself: asks the same question again at each instant at which time can change it. */
final class Outlook {

    private final Question question;
    private final NavigableSet<Instant> instants;

    private Outlook(Question question) {
        this.question = question;
        this.instants = Instants.of(question);
    }

    static Outlook of(Question question) {
        return new Outlook(question);
    }

    Explanation added(Explanation now) {
        return now.holding(since(now), until(now));
    }

    /** What is on its way is there as soon as a run has done it, and when that is nobody knows. */
    private Optional<Instant> until(Explanation now) {
        return now.verdict() == DoorState.ON_ITS_WAY
                ? Optional.empty()
                : instants.tailSet(question.now(), false).stream()
                        .filter(instant -> verdictAt(instant) != now.verdict())
                        .findFirst();
    }

    /** Of a state that nobody noted the beginning of, nothing is said: a link undecided today may have been so for a year. */
    private Optional<Instant> since(Explanation now) {
        return switch (now.reason()) {
            case Open _, OutsideHours _ -> noted(now, question.besides().inSince());
            case ExpiredInSalto expired -> noted(now, expired.at());
            case SpacePaused paused -> noted(now, paused.since());
            case TakenOutByHand taken -> noted(now, taken.at());
            case BookingMoved moved -> noted(now, moved.at());
            case BookingCancelled cancelled -> noted(now, cancelled.at());
            case JustEnded _,
                    PassUsedUp _,
                    PassExpired _,
                    DayPassOver _,
                    ContractPaused _,
                    ContractEnded _,
                    AccessEnded _ -> changed(now.verdict());
            case NeverBought _,
                    ItemUnmatched _,
                    TooEarly _,
                    NotConfirmed _,
                    ContractNotBegun _,
                    InvoiceOpen _,
                    Suspended _,
                    OpenByHand _,
                    OnItsWay _,
                    BeingTakenOut _,
                    TwoCustomersOneEmail _,
                    SeveralSaltoUsers _,
                    SaltoUserTaken _,
                    Disputed _,
                    GroupGone _,
                    NotUnderstood _,
                    LinkBroken _,
                    NoWayToInvite _,
                    ProtectedPerson _,
                    SaltoRefuses _,
                    Refused _,
                    WaitingForApproval _,
                    NoSeat _,
                    InvitationOpen _,
                    NoWayIn _,
                    TagBlocked _,
                    BlockedInSalto _,
                    DoorNotSetUp _,
                    WayNotComplete _,
                    LockOffline _,
                    SaltoSilent _,
                    NexudusSilent _,
                    SpaceFrozen _,
                    SpaceWatching _,
                    OtherLocation _,
                    PassportNotOffered _ -> Optional.empty();
        };
    }

    /** From what somebody noted, or from when time last changed the verdict after that. */
    private Optional<Instant> noted(Explanation now, @Nullable Instant noted) {
        return Optional.ofNullable(noted)
                .map(own -> changed(now.verdict()).filter(own::isBefore).orElse(own));
    }

    /** When time last made it what it is now. */
    private Optional<Instant> changed(DoorState verdict) {
        return instants.headSet(question.now(), true).descendingSet().stream()
                .filter(instant -> verdictAt(instant.minusNanos(1)) != verdict)
                .findFirst();
    }

    private DoorState verdictAt(Instant instant) {
        return Explainer.at(question.at(instant)).verdict();
    }
}
