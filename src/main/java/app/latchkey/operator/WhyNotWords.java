package app.latchkey.operator;

import app.latchkey.entitlement.Voice;
import app.latchkey.sync.WhyNot;

/** The wording table of {@link WhyNot} for operators: what is so and what would cure it. */
public final class WhyNotWords {

    private WhyNotWords() {}

    public static String of(WhyNot why, Voice voice) {
        return switch (why) {
            case NEVER_BOUGHT -> "nothing bought earns this group";
            case TOO_EARLY -> "it begins later";
            case JUST_ENDED -> "it has ended";
            case BOOKING_NOT_CONFIRMED -> "the booking is tentative; confirm it in Nexudus";
            case PASS_USED_UP -> "all entries of the pass are used";
            case PASS_EXPIRED -> "the pass has expired";
            case CONTRACT_NOT_BEGUN -> "the contract begins later";
            case CONTRACT_PAUSED -> "the contract is paused";
            case CONTRACT_ENDED -> "the contract has ended";
            case SUSPENDED -> "the customer is inactive or archived in Nexudus";
            case ON_ITS_WAY -> "on its way to Salto";
            case TWO_CUSTOMERS_ONE_EMAIL -> "two customers share the e-mail; say which one it is";
            case SEVERAL_SALTO_USERS -> "several Salto users have the e-mail; say which one it is";
            case SALTO_USER_TAKEN -> "another customer is linked to this Salto user";
            case NO_WAY_TO_INVITE -> "neither e-mail nor card in Nexudus; add one there";
            case LINK_BROKEN -> "the linked Salto user is gone from the site";
            case PROTECTED_PERSON -> "an admin or owner of the Salto site is never touched";
            case REFUSED -> "an operator said no";
            case WAITING_FOR_APPROVAL -> "part of a larger change that waits for your yes";
            case NO_SEAT -> "Salto has no seats left; buy some or free idle ones";
            case INVITATION_OPEN -> "Salto's invitation is not accepted yet";
            case BLOCKED_IN_SALTO -> "blocked in Salto";
            case DOOR_NOT_SET_UP -> "the group has no schedule or no doors in Salto";
            case LOCK_OFFLINE -> "a lock of the group is not connected";
            case SALTO_SILENT -> "Salto is not answering; we go on by ourselves";
            case NEXUDUS_SILENT -> "Nexudus is not answering; we go on by ourselves";
            case TAKEN_OUT_BY_HAND -> "somebody took the person out in Salto";
            case BACK_AND_FORTH -> "somebody else keeps changing it; waits for your word";
            case NOT_UNDERSTOOD -> "left as it is: our record of it cannot be read, and we have been told";
            case GROUP_GONE -> "the group is gone from Salto; match its item anew";
            case SPACE_PAUSED -> voice.spaceName() + " is paused";
            case SPACE_FROZEN -> "every change is stopped for now";
            case WATCHING -> "watching only: nothing is written";
        };
    }
}
