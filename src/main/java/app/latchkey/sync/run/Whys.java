package app.latchkey.sync.run;

import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.SaltoUser;
import app.latchkey.sync.WhyNot;
import app.latchkey.sync.plan.HoldReason;
import app.latchkey.sync.plan.WithheldReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The planner's reasons as pages know them. */
final class Whys {

    private Whys() {}

    static WhyNot of(WithheldReason reason) {
        return switch (reason) {
            case TWO_CUSTOMERS_ONE_EMAIL -> WhyNot.TWO_CUSTOMERS_ONE_EMAIL;
            case SEVERAL_SALTO_USERS -> WhyNot.SEVERAL_SALTO_USERS;
            case SALTO_USER_TAKEN -> WhyNot.SALTO_USER_TAKEN;
            case NO_WAY_TO_INVITE -> WhyNot.NO_WAY_TO_INVITE;
            case LINK_BROKEN -> WhyNot.LINK_BROKEN;
            case PROTECTED_PERSON -> WhyNot.PROTECTED_PERSON;
            case BACK_AND_FORTH -> WhyNot.BACK_AND_FORTH;
            case TAKEN_OUT_BY_HAND -> WhyNot.TAKEN_OUT_BY_HAND;
            case GROUP_GONE -> WhyNot.GROUP_GONE;
            case NO_SEAT -> WhyNot.NO_SEAT;
            case REFUSED -> WhyNot.REFUSED;
        };
    }

    static WhyNot of(HoldReason reason) {
        return switch (reason) {
            case WATCHING, GRANTS_ONLY -> WhyNot.WATCHING;
            case PAUSED -> WhyNot.SPACE_PAUSED;
            case FROZEN -> WhyNot.SPACE_FROZEN;
            case PURCHASE_DOUBTED -> WhyNot.ON_ITS_WAY;
            case NEXUDUS_INCOMPLETE -> WhyNot.NEXUDUS_SILENT;
            case SALTO_INCOMPLETE -> WhyNot.SALTO_SILENT;
            case UNKNOWN, RAILS -> WhyNot.WAITING_FOR_APPROVAL;
        };
    }

    /** Why somebody who is in the group cannot open its doors all the same. */
    static Optional<WhyNot> closedAllTheSame(@Nullable SaltoUser user, @Nullable AccessGroup group) {
        if (group != null && !group.hasSchedule()) {
            return Optional.of(WhyNot.DOOR_NOT_SET_UP);
        }
        if (user == null) {
            return Optional.empty();
        }
        if (user.blocked()) {
            return Optional.of(WhyNot.BLOCKED_IN_SALTO);
        }
        if (!user.subscribed()) {
            return Optional.of(WhyNot.NO_SEAT);
        }
        boolean noKey = !user.hasProfile() && user.tagNumber().isEmpty() && !user.usesPin();
        return noKey ? Optional.of(WhyNot.INVITATION_OPEN) : Optional.empty();
    }
}
