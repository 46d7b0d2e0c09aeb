package app.latchkey.entitlement;

import app.latchkey.entitlement.Reason.*;
import app.latchkey.shared.Language;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The one thing a member can do about a reason; where it leads is the page's to know. */
public enum Remedy {
    SEE_OFFERS,
    BOOK_MORE,
    BUY_A_PASS,
    BUY_FOR_TODAY,
    PAY,
    ASK,
    TALK,
    CALL,
    TELL,
    FIND_THE_MAIL,
    SET_UP_THE_APP,
    USE_THE_APP,
    USE_ANOTHER_DOOR,
    SHOW_WHERE;

    /** The words on the button: "Buy a pass". */
    public String label(Language language) {
        return switch (this) {
            case USE_ANOTHER_DOOR -> Words.say(language, key() + "-unnamed");
            case SHOW_WHERE -> label(language, "");
            default -> Words.say(language, key());
        };
    }

    /** The words on the button, with the door or place that it names: "Use Garden door". */
    public String label(Language language, String named) {
        return switch (this) {
            case USE_ANOTHER_DOOR -> Words.say(language, key(), Map.of("door", named));
            case SHOW_WHERE ->
                Words.say(language, key(), Map.of("place", named)).strip();
            default -> label(language);
        };
    }

    private String key() {
        return "remedy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty where waiting helps, or nothing is wrong. */
    public static Optional<Remedy> of(Reason reason) {
        return switch (reason) {
            case Open _, OpenByHand _, NotUnderstood _, TooEarly _, ContractNotBegun _, OnItsWay _, SpaceWatching _ ->
                Optional.empty();
            case NeverBought _ -> Optional.of(SEE_OFFERS);
            case JustEnded _, BookingCancelled _ -> Optional.of(BOOK_MORE);
            case PassUsedUp _, PassExpired _ -> Optional.of(BUY_A_PASS);
            case DayPassOver _ -> Optional.of(BUY_FOR_TODAY);
            case InvoiceOpen _ -> Optional.of(PAY);
            case NotConfirmed _,
                    ContractPaused _,
                    TwoCustomersOneEmail _,
                    SeveralSaltoUsers _,
                    SaltoUserTaken _,
                    Disputed _,
                    WaitingForApproval _,
                    ProtectedPerson _,
                    BeingTakenOut _ -> Optional.of(ASK);
            case ContractEnded _, AccessEnded _ -> Optional.of(TALK);
            case Suspended _,
                    Refused _,
                    BlockedInSalto _,
                    ExpiredInSalto _,
                    OutsideHours _,
                    SaltoSilent _,
                    NexudusSilent _,
                    TakenOutByHand _,
                    SpacePaused _,
                    SpaceFrozen _ -> Optional.of(CALL);
            case NoSeat _,
                    DoorNotSetUp _,
                    GroupGone _,
                    ItemUnmatched _,
                    WayNotComplete _,
                    LinkBroken _,
                    NoWayToInvite _,
                    SaltoRefuses _ -> Optional.of(TELL);
            case InvitationOpen _ -> Optional.of(FIND_THE_MAIL);
            case NoWayIn _, PassportNotOffered _ -> Optional.of(SET_UP_THE_APP);
            case TagBlocked _ -> Optional.of(USE_THE_APP);
            case LockOffline _ -> Optional.of(USE_ANOTHER_DOOR);
            case BookingMoved moved -> Optional.of(moved.isWhereItWas() ? BOOK_MORE : SHOW_WHERE);
            case OtherLocation _ -> Optional.of(SHOW_WHERE);
        };
    }
}
