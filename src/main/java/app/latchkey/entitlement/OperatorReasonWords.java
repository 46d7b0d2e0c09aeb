package app.latchkey.entitlement;

import app.latchkey.entitlement.Reason.*;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an operator reads about one of his customers: what is so, and where to look. */
final class OperatorReasonWords {

    private OperatorReasonWords() {}

    static String say(Reason reason, Voice voice) {
        TimeWords times = voice.times();
        return switch (reason) {
            case Open open ->
                "Can open%s: %s.".formatted(until(open.until(), times), ReasonWords.all(open.because(), voice));
            case OpenByHand _ -> "In the group by hand in Salto; we leave that alone.";
            case NeverBought _ -> "Nothing this customer has now earns this group.";
            case ItemUnmatched unmatched ->
                "%s is matched to no access group.".formatted(unmatched.item().name());
            case TooEarly early ->
                "%s begins %s; the door opens %s."
                        .formatted(early.item().name(), times.when(early.begins()), times.when(early.opens()));
            case JustEnded ended ->
                "The booking of %s ended %s; access ended %s."
                        .formatted(ended.item().name(), times.when(ended.ended()), times.when(ended.closed()));
            case NotConfirmed booking ->
                "The booking of %s is tentative. Confirm it in Nexudus."
                        .formatted(booking.item().name());
            case BookingMoved moved ->
                "The booking was moved to %s %s.".formatted(moved.to().name(), times.when(moved.at()));
            case BookingCancelled gone ->
                "The booking of %s was cancelled %s.".formatted(gone.item().name(), times.when(gone.at()));
            case PassUsedUp pass ->
                "All %d entries of %s are used."
                        .formatted(pass.entries(), pass.item().name());
            case PassExpired pass -> "%s ended on %s.".formatted(pass.item().name(), times.date(pass.at()));
            case DayPassOver pass ->
                "%s was used on %s and held to the end of that day."
                        .formatted(pass.item().name(), times.date(pass.used()));
            case ContractNotBegun contract ->
                "The contract for %s starts on %s.".formatted(contract.item().name(), times.date(contract.starts()));
            case ContractPaused contract ->
                "The contract for %s is paused%s."
                        .formatted(contract.item().name(), untilDate(contract.until(), times));
            case ContractEnded contract ->
                "The contract for %s ended on %s.".formatted(contract.item().name(), times.date(contract.at()));
            case InvoiceOpen invoice ->
                "Invoice %s is open since %s; your rule closes doors after %d days."
                        .formatted(invoice.number(), times.date(invoice.since()), invoice.daysAllowed());
            case Suspended _ -> "The customer is suspended or archived in Nexudus.";
            case OnItsWay way -> "On its way to Salto%s.".formatted(bought(way.bought(), times));
            case BeingTakenOut _ -> "Being taken out of the group.";
            case TwoCustomersOneEmail _ -> "Two customers share one e-mail address. Say which one this Salto user is.";
            case LinkUndecided _ -> "Which Salto user this customer is has to be decided.";
            case LinkBroken _ -> "The linked Salto user is gone from the site. Invite again, or link another.";
            case NoWayToInvite _ -> "The customer has neither an e-mail address nor a card. Add one in Nexudus.";
            case ProtectedPerson _ -> "A site admin, the owner, or our own user: never touched.";
            case Refused _ -> "You decided against it.";
            case WaitingForApproval _ -> "Part of a larger change that waits for your yes.";
            case NoSeat _ -> "The site has no Salto seat left.";
            case InvitationOpen open ->
                "Invited%s and not accepted yet; the app opens nothing until then."
                        .formatted(onDate(open.invited(), times));
            case NoWayIn _ -> "In the group, but without app, tag or PIN.";
            case TagBlocked tag -> "The tag ··%s is blocked.".formatted(tag.ending());
            case BlockedInSalto _ -> "The Salto user is blocked at this site.";
            case OutsideHours hours ->
                TimeWords.together("The group's schedule opens %s–%s.".formatted(hours.from(), hours.until()));
            case DoorNotSetUp _ -> "The access group is gone from Salto, or has no door or schedule.";
            case WayNotComplete way -> "Can open %s, but not %s on the way to it.".formatted(way.open(), way.missing());
            case LockOffline lock -> "The lock has not been heard since %s.".formatted(times.at(lock.since()));
            case SaltoSilent salto ->
                "Salto is not answering since %s; doors stay as they were.".formatted(times.at(salto.since()));
            case NexudusSilent nexudus ->
                "Nexudus is not answering since %s; newer purchases are not known."
                        .formatted(times.at(nexudus.since()));
            case TakenOutByHand taken ->
                "Somebody took this person out in Salto%s. Put back, or leave out?".formatted(maybe(taken.at(), times));
            case SpacePaused paused -> "You paused changes%s.".formatted(since(paused.since(), times));
            case SpaceFrozen frozen -> "You stopped every change%s.".formatted(until(frozen.until(), times));
            case SpaceWatching _ -> "Watching only: we would do this, and do not.";
            case OtherLocation other -> "The booking is at %s.".formatted(other.location());
            case PassportNotOffered _ -> "Passport is not on at this space.";
        };
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
