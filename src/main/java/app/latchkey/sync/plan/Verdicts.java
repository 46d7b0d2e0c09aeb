package app.latchkey.sync.plan;

import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Reason.*;
import app.latchkey.sync.plan.Explanation.Verdict;

/** How a door stands to a person, from the reason that decides. */
final class Verdicts {

    private Verdicts() {}

    static Verdict of(Reason reason) {
        return switch (reason) {
            case Open _, SaltoSilent _, NexudusSilent _, LockOffline _ -> Verdict.OPEN;
            case OpenByHand _ -> Verdict.BY_HAND;
            case TooEarly _, ContractNotBegun _ -> Verdict.NEXT;
            case OnItsWay _, BeingTakenOut _ -> Verdict.ON_ITS_WAY;
            case TwoCustomersOneEmail _,
                    LinkUndecided _,
                    LinkBroken _,
                    NoWayToInvite _,
                    ProtectedPerson _,
                    Refused _,
                    WaitingForApproval _,
                    NoSeat _,
                    TakenOutByHand _,
                    SpacePaused _,
                    SpaceFrozen _,
                    SpaceWatching _ -> Verdict.WITHHELD;
            case NeverBought _,
                    ItemUnmatched _,
                    JustEnded _,
                    NotConfirmed _,
                    BookingMoved _,
                    BookingCancelled _,
                    PassUsedUp _,
                    PassExpired _,
                    DayPassOver _,
                    ContractPaused _,
                    ContractEnded _,
                    InvoiceOpen _,
                    Suspended _,
                    InvitationOpen _,
                    NoWayIn _,
                    TagBlocked _,
                    BlockedInSalto _,
                    OutsideHours _,
                    DoorNotSetUp _,
                    WayNotComplete _,
                    OtherLocation _,
                    PassportNotOffered _ -> Verdict.CLOSED;
        };
    }
}
