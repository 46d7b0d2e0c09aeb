package app.latchkey.entitlement;

import app.latchkey.entitlement.Reason.*;
import java.util.Optional;

/** The one thing a member can do about a reason; where it leads is the page's to know. */
public enum Remedy {
    SEE_OFFERS("See passes and rooms"),
    BOOK_MORE("Book more time"),
    BUY_A_PASS("Buy a pass"),
    BUY_FOR_TODAY("Buy for today"),
    PAY("Pay invoice"),
    ASK("Ask the space"),
    TALK("Talk to the space"),
    CALL("Call the space"),
    TELL("Tell the space"),
    FIND_THE_MAIL("How to find the mail"),
    SET_UP_THE_APP("Set up the Salto app"),
    USE_THE_APP("Use the Salto app"),
    USE_ANOTHER_DOOR("Show my other doors"),
    SHOW_WHERE("Show where");

    private final String label;

    Remedy(String label) {
        this.label = label;
    }

    /** The words on the button. */
    public String label() {
        return label;
    }

    /** Empty where waiting helps, or nothing is wrong. */
    public static Optional<Remedy> of(Reason reason) {
        return switch (reason) {
            case Open _, OpenByHand _, TooEarly _, ContractNotBegun _, OnItsWay _, SpaceWatching _ -> Optional.empty();
            case NeverBought _ -> Optional.of(SEE_OFFERS);
            case JustEnded _, BookingCancelled _ -> Optional.of(BOOK_MORE);
            case PassUsedUp _, PassExpired _ -> Optional.of(BUY_A_PASS);
            case DayPassOver _ -> Optional.of(BUY_FOR_TODAY);
            case InvoiceOpen _ -> Optional.of(PAY);
            case NotConfirmed _,
                    ContractPaused _,
                    TwoCustomersOneEmail _,
                    LinkUndecided _,
                    WaitingForApproval _,
                    ProtectedPerson _,
                    BeingTakenOut _ -> Optional.of(ASK);
            case ContractEnded _ -> Optional.of(TALK);
            case Suspended _,
                    Refused _,
                    BlockedInSalto _,
                    OutsideHours _,
                    SaltoSilent _,
                    NexudusSilent _,
                    TakenOutByHand _,
                    SpacePaused _ -> Optional.of(CALL);
            case NoSeat _, DoorNotSetUp _, ItemUnmatched _, WayNotComplete _, LinkBroken _, NoWayToInvite _ ->
                Optional.of(TELL);
            case InvitationOpen _ -> Optional.of(FIND_THE_MAIL);
            case NoWayIn _, PassportNotOffered _ -> Optional.of(SET_UP_THE_APP);
            case TagBlocked _ -> Optional.of(USE_THE_APP);
            case LockOffline _ -> Optional.of(USE_ANOTHER_DOOR);
            case BookingMoved _, OtherLocation _ -> Optional.of(SHOW_WHERE);
        };
    }
}
