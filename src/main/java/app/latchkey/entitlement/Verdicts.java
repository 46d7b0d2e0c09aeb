package app.latchkey.entitlement;

import app.latchkey.entitlement.Reason.*;

/** How a door stands to a person, from the reason that decides. */
final class Verdicts {

    private Verdicts() {}

    static DoorState of(Reason reason) {
        return switch (reason) {
            case Open _, SaltoSilent _, NexudusSilent _, LockOffline _ -> DoorState.OPEN;
            case OpenByHand _ -> DoorState.BY_HAND;
            case TooEarly _, ContractNotBegun _ -> DoorState.NEXT;
            case OutsideHours hours -> hours.opens() == null ? DoorState.CLOSED : DoorState.NEXT;
            case OnItsWay _, BeingTakenOut _ -> DoorState.ON_ITS_WAY;
            case TwoCustomersOneEmail _,
                    SeveralSaltoUsers _,
                    SaltoUserTaken _,
                    LinkBroken _,
                    NoWayToInvite _,
                    ProtectedPerson _,
                    SaltoRefuses _,
                    Refused _,
                    WaitingForApproval _,
                    Disputed _,
                    NotUnderstood _,
                    NoSeat _,
                    InvitationOpen _,
                    NoWayIn _,
                    TagBlocked _,
                    BlockedInSalto _,
                    ExpiredInSalto _,
                    DoorNotSetUp _,
                    GroupGone _,
                    TakenOutByHand _,
                    SpacePaused _,
                    SpaceFrozen _,
                    SpaceWatching _ -> DoorState.WITHHELD;
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
                    AccessEnded _,
                    InvoiceOpen _,
                    Suspended _,
                    WayNotComplete _,
                    OtherLocation _,
                    PassportNotOffered _ -> DoorState.CLOSED;
        };
    }
}
