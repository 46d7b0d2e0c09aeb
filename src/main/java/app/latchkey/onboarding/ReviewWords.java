package app.latchkey.onboarding;

import app.latchkey.sync.WhyNot;

/** Why somebody would be withheld, for the operator who reviews. */
public final class ReviewWords {

    private ReviewWords() {}

    public static String say(WhyNot reason) {
        return switch (reason) {
            case NEVER_BOUGHT -> "nothing bought that opens this";
            case TOO_EARLY -> "begins later";
            case JUST_ENDED -> "has just ended";
            case BOOKING_NOT_CONFIRMED -> "the booking is tentative";
            case PASS_USED_UP -> "the pass is used up";
            case PASS_EXPIRED -> "the pass has expired";
            case CONTRACT_NOT_BEGUN -> "the contract begins later";
            case CONTRACT_PAUSED -> "the contract is paused";
            case CONTRACT_ENDED -> "the contract has ended";
            case SUSPENDED -> "suspended in Nexudus";
            case ON_ITS_WAY -> "on its way";
            case TWO_CUSTOMERS_ONE_EMAIL -> "another customer uses the same e-mail";
            case SEVERAL_SALTO_USERS -> "two Salto users have this e-mail";
            case SALTO_USER_TAKEN -> "somebody else with this e-mail is linked already";
            case NO_WAY_TO_INVITE -> "has neither e-mail nor card in Nexudus";
            case LINK_BROKEN -> "the linked Salto user is gone";
            case PROTECTED_PERSON -> "an administrator of the Salto site, whom we never touch";
            case REFUSED -> "Salto refused";
            case WAITING_FOR_APPROVAL -> "waits for your yes";
            case NO_SEAT -> "Salto has no free seat";
            case INVITATION_OPEN -> "has not accepted Salto's invitation";
            case BLOCKED_IN_SALTO -> "blocked in Salto";
            case DOOR_NOT_SET_UP -> "the group holds no door, or has no time schedule";
            case LOCK_OFFLINE -> "a lock is offline";
            case SALTO_SILENT -> "Salto is not answering";
            case NEXUDUS_SILENT -> "Nexudus is not answering";
            case TAKEN_OUT_BY_HAND -> "taken out by hand in Salto";
            case GROUP_GONE -> "the access group is gone in Salto";
            case SPACE_PAUSED -> "the space is paused";
            case WATCHING -> "we only watch";
        };
    }
}
