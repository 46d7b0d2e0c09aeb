package app.latchkey.entitlement;

import app.latchkey.entitlement.Reason.*;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an operator reads about one of his customers, half a sentence: what is so, and where to look. */
final class OperatorReasonWords {

    private OperatorReasonWords() {}

    static String say(Reason reason, Voice voice) {
        TimeWords times = voice.times();
        return switch (reason) {
            case Open open ->
                "can open%s: %s".formatted(until(open.until(), times), ReasonWords.all(open.because(), voice));
            case OpenByHand _ -> "in the group by hand in Salto; we leave that alone";
            case NeverBought _ -> "nothing bought earns access";
            case ItemUnmatched unmatched ->
                "%s is matched to no access group".formatted(unmatched.item().name());
            case TooEarly early ->
                "%s begins %s; the door opens %s"
                        .formatted(early.item().name(), times.when(early.begins()), times.when(early.opens()));
            case JustEnded ended ->
                "the booking of %s ended %s; access ended %s"
                        .formatted(ended.item().name(), times.when(ended.ended()), times.when(ended.closed()));
            case NotConfirmed booking ->
                "the booking of %s is tentative; confirm it in Nexudus"
                        .formatted(booking.item().name());
            case BookingMoved moved ->
                "the booking was moved to %s, %s".formatted(moved.to().name(), times.span(moved.booked()));
            case BookingCancelled gone ->
                "the booking of %s was cancelled or moved to another location %s"
                        .formatted(gone.item().name(), times.when(gone.at()));
            case PassUsedUp pass ->
                "all %d entries of %s are used"
                        .formatted(pass.entries(), pass.item().name());
            case PassExpired pass -> "%s ended on %s".formatted(pass.item().name(), times.date(pass.at()));
            case DayPassOver pass ->
                "%s was used on %s and held to the end of that day"
                        .formatted(pass.item().name(), times.date(pass.used()));
            case ContractNotBegun contract ->
                "the contract for %s starts on %s".formatted(contract.item().name(), times.date(contract.starts()));
            case ContractPaused contract ->
                "the contract for %s is paused%s".formatted(contract.item().name(), untilDate(contract.until(), times));
            case ContractEnded contract ->
                "the contract for %s ended on %s".formatted(contract.item().name(), times.date(contract.at()));
            case AccessEnded ended ->
                "Nexudus's word for %s ended %s".formatted(ended.item().name(), times.when(ended.at()));
            case InvoiceOpen invoice ->
                "invoice %s is open since %s; your rule closes doors after %d days"
                        .formatted(invoice.number(), times.date(invoice.since()), invoice.daysAllowed());
            case Suspended _ -> "the customer is suspended or archived in Nexudus";
            case OnItsWay way -> "on its way to Salto%s".formatted(bought(way.bought(), times));
            case BeingTakenOut _ -> "being taken out of the group";
            case TwoCustomersOneEmail _ -> "two customers share the e-mail; say which one it is";
            case SeveralSaltoUsers _ -> "several Salto users have the e-mail; say which one it is";
            case SaltoUserTaken _ -> "another customer is linked to this Salto user";
            case LinkBroken _ -> "the linked Salto user is gone from the site; invite again, or link another";
            case NoWayToInvite _ -> "neither e-mail nor card in Nexudus; add one there";
            case ProtectedPerson _ -> "an admin or owner of the Salto site, or our own user: never touched";
            case SaltoRefuses _ -> "Salto refuses it; the last run says why, and it is put right in Salto";
            case Refused _ -> "an operator said no";
            case WaitingForApproval _ -> "part of a larger change that waits for your yes";
            case Disputed _ -> "somebody else keeps changing it; waits for your word";
            case NoSeat _ -> "Salto has no seats left; buy some or free idle ones";
            case InvitationOpen open ->
                "invited%s and not accepted yet; the app opens nothing until then"
                        .formatted(onDate(open.invited(), times));
            case NoWayIn _ -> "in the group, but without app, tag or PIN";
            case TagBlocked tag -> "the tag ··%s is blocked".formatted(tag.ending());
            case BlockedInSalto _ -> "blocked in Salto";
            case ExpiredInSalto expired ->
                "the Salto user expired%s; extend it in Salto".formatted(onDate(expired.at(), times));
            case OutsideHours outside ->
                "the group's schedule in Salto opens %s%s"
                        .formatted(HoursWords.say(outside.hours(), voice), again(outside.opens(), times));
            case DoorNotSetUp _ -> "the group has no schedule or no doors in Salto";
            case GroupGone _ -> "the group is gone from Salto; match its item anew";
            case NotUnderstood _ -> "left as it is: our record of it cannot be read, and we have been told";
            case WayNotComplete way -> "can open %s, but not %s on the way to it".formatted(way.open(), way.missing());
            case LockOffline lock -> "the lock has not been heard since %s".formatted(times.at(lock.since()));
            case SaltoSilent salto ->
                "Salto is not answering%s; we go on by ourselves".formatted(since(salto.since(), times));
            case NexudusSilent nexudus ->
                "Nexudus is not answering%s; we go on by ourselves".formatted(since(nexudus.since(), times));
            case TakenOutByHand taken ->
                "somebody took this person out in Salto%s; put back, or leave out?".formatted(maybe(taken.at(), times));
            case SpacePaused paused -> "you paused changes%s".formatted(since(paused.since(), times));
            case SpaceFrozen frozen -> "you stopped every change%s".formatted(until(frozen.until(), times));
            case SpaceWatching _ -> "watching only: nothing is written";
            case OtherLocation other -> "the booking is at %s".formatted(other.location());
            case PassportNotOffered _ -> "Passport is not on at this space";
        };
    }

    private static String again(@Nullable Instant instant, TimeWords times) {
        return instant == null ? "" : "; opens again " + times.when(instant);
    }

    private static String bought(@Nullable Instant instant, TimeWords times) {
        return instant == null ? "" : ", bought " + times.ago(instant);
    }

    private static String until(@Nullable Instant instant, TimeWords times) {
        return instant == null ? "" : " " + times.until(instant);
    }

    private static String untilDate(@Nullable Instant instant, TimeWords times) {
        return instant == null ? "" : " until " + times.date(instant);
    }

    private static String since(@Nullable Instant instant, TimeWords times) {
        return instant == null ? "" : " " + times.since(instant);
    }

    private static String onDate(@Nullable Instant instant, TimeWords times) {
        return instant == null ? "" : " on " + times.date(instant);
    }

    private static String maybe(@Nullable Instant instant, TimeWords times) {
        return instant == null ? "" : " " + times.when(instant);
    }
}
