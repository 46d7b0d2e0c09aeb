package app.latchkey.sync.plan;

import app.latchkey.entitlement.Reason;

/** Why a plan withholds or holds something, as the reason that everybody is told. */
public final class Hindrance {

    private Hindrance() {}

    public static Reason of(WithheldReason withheld) {
        return switch (withheld) {
            case TWO_CUSTOMERS_ONE_EMAIL -> new Reason.TwoCustomersOneEmail();
            case SEVERAL_SALTO_USERS -> new Reason.SeveralSaltoUsers();
            case SALTO_USER_TAKEN -> new Reason.SaltoUserTaken();
            case NO_WAY_TO_INVITE -> new Reason.NoWayToInvite();
            case LINK_BROKEN -> new Reason.LinkBroken();
            case PROTECTED_PERSON -> new Reason.ProtectedPerson();
            case TAKEN_OUT_BY_HAND -> new Reason.TakenOutByHand(null);
            case BACK_AND_FORTH -> new Reason.Disputed();
            case GROUP_GONE -> new Reason.GroupGone();
            case NO_SEAT -> new Reason.NoSeat();
            case REFUSED -> new Reason.Refused();
        };
    }

    public static Reason of(HoldReason held) {
        return switch (held) {
            case WATCHING, GRANTS_ONLY -> new Reason.SpaceWatching();
            case PAUSED -> new Reason.SpacePaused(null);
            case FROZEN -> new Reason.SpaceFrozen(null);
            case PURCHASE_DOUBTED -> new Reason.OnItsWay(null);
            case NEXUDUS_INCOMPLETE -> new Reason.NexudusSilent(null);
            case SALTO_INCOMPLETE -> new Reason.SaltoSilent(null);
            case UNKNOWN, RAILS -> new Reason.WaitingForApproval();
        };
    }
}
