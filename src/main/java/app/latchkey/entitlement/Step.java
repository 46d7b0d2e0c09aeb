package app.latchkey.entitlement;

import app.latchkey.entitlement.Reason.*;

/** The links of the chain from a purchase to an open door, in the order in which they are looked at. */
public enum Step {
    CUSTOMER_ACTIVE,
    LINKED,
    PURCHASE,
    MATCH,
    WINDOW,
    DECIDED,
    IN_SALTO,
    SEAT,
    WAY_IN,
    HOURS,
    LOCK;

    /** Which link a reason breaks, or, for one that opens, confirms. */
    public static Step of(Reason reason) {
        return switch (reason) {
            case Suspended _, InvoiceOpen _ -> CUSTOMER_ACTIVE;
            case TwoCustomersOneEmail _,
                    SeveralSaltoUsers _,
                    SaltoUserTaken _,
                    LinkBroken _,
                    NoWayToInvite _,
                    ProtectedPerson _ -> LINKED;
            case NeverBought _, NotConfirmed _, BookingCancelled _, BookingMoved _, OtherLocation _, NexudusSilent _ ->
                PURCHASE;
            case ItemUnmatched _, DoorNotSetUp _, GroupGone _, WayNotComplete _ -> MATCH;
            case TooEarly _,
                    JustEnded _,
                    PassUsedUp _,
                    PassExpired _,
                    DayPassOver _,
                    ContractNotBegun _,
                    ContractPaused _,
                    ContractEnded _,
                    AccessEnded _ -> WINDOW;
            case Refused _,
                    WaitingForApproval _,
                    Disputed _,
                    NotUnderstood _,
                    SpacePaused _,
                    SpaceFrozen _,
                    SpaceWatching _,
                    TakenOutByHand _ -> DECIDED;
            case Open _, OpenByHand _, OnItsWay _, BeingTakenOut _, SaltoRefuses _, SaltoSilent _ -> IN_SALTO;
            case NoSeat _ -> SEAT;
            case InvitationOpen _, NoWayIn _, TagBlocked _, BlockedInSalto _, ExpiredInSalto _, PassportNotOffered _ ->
                WAY_IN;
            case OutsideHours _ -> HOURS;
            case LockOffline _ -> LOCK;
        };
    }
}
