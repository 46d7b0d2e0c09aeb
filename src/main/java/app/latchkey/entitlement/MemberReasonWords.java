package app.latchkey.entitlement;

import app.latchkey.entitlement.Reason.*;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a member reads at the door: what is so, in the second person, without a word of ours or the partners'. */
final class MemberReasonWords {

    private MemberReasonWords() {}

    static String say(Reason reason, Voice voice) {
        TimeWords times = voice.times();
        return switch (reason) {
            case Open open -> "Opens for you%s.".formatted(until(open.until(), times));
            case OpenByHand _ -> "Opens for you: the space gave you this door.";
            case NeverBought _ -> "Nothing you have now opens this door.";
            case TooEarly early -> tooEarly(early, times);
            case JustEnded ended ->
                "Your booking of %s ended %s; the door stayed yours until %s."
                        .formatted(ended.item().name(), times.when(ended.ended()), times.at(ended.closed()));
            case NotConfirmed booking ->
                "Your booking of %s is not confirmed yet."
                        .formatted(booking.item().name());
            case BookingMoved moved ->
                "Your booking was moved to %s %s.".formatted(moved.to().name(), times.when(moved.at()));
            case BookingCancelled gone ->
                "Your booking of %s was cancelled %s.".formatted(gone.item().name(), times.when(gone.at()));
            case PassUsedUp pass ->
                "All %d entries of your %s are used."
                        .formatted(pass.entries(), pass.item().name());
            case PassExpired pass ->
                "Your %s ended on %s.".formatted(pass.item().name(), times.date(pass.at()));
            case DayPassOver pass -> "Your day pass was for %s.".formatted(day(pass.used(), voice));
            case ContractNotBegun contract -> "Your contract starts on %s.".formatted(times.date(contract.starts()));
            case ContractPaused contract -> "Your contract is paused%s.".formatted(untilDate(contract.until(), times));
            case ContractEnded contract -> "Your contract ended on %s.".formatted(times.date(contract.at()));
            case InvoiceOpen invoice ->
                "Invoice %s is open since %s; your space closes doors after %d days."
                        .formatted(invoice.number(), times.date(invoice.since()), invoice.daysAllowed());
            case Suspended _, Refused _ -> "%s has paused your access.".formatted(voice.spaceName());
            case OnItsWay way ->
                "Asked for %s. Salto usually has it within a minute.".formatted(times.ago(way.since()));
            case BeingTakenOut _ -> "Your time here has ended; this door is being closed for you.";
            case TwoCustomersOneEmail _ -> "Two customers use your e-mail. The space has to say which one you are.";
            case LinkUndecided _ -> "The space has to say which Salto user you are.";
            case LinkBroken _ -> "Your Salto user is gone from this space. The space can invite you again.";
            case NoWayToInvite _ -> "The space has neither an e-mail address nor a tag of yours.";
            case ProtectedPerson _ -> "Your doors are looked after by the space itself.";
            case WaitingForApproval _ -> "Your space checks a larger change first; yours is part of it.";
            case NoSeat _ -> "Your space has used all its Salto seats. You get the next one.";
            case InvitationOpen open ->
                "Salto invited you on %s. Until you accept, the app opens nothing."
                        .formatted(times.date(open.invited()));
            case NoWayIn _ -> "You may open this door, but have no app, tag or PIN yet.";
            case TagBlocked tag -> "Your tag ··%s is blocked.".formatted(tag.ending());
            case BlockedInSalto _ -> "Your Salto user is blocked at this site.";
            case OutsideHours hours -> "This door opens %s–%s for your group.".formatted(hours.from(), hours.until());
            case DoorNotSetUp _, ItemUnmatched _ -> "The space has not finished setting up this door.";
            case WayNotComplete way ->
                "%s is yours, %s is not. The space can mend that in a minute.".formatted(way.open(), way.missing());
            case LockOffline lock ->
                "This lock is not connected since %s, so newer changes have not reached it. Your key may still work: try once."
                        .formatted(times.at(lock.since()));
            case SaltoSilent salto ->
                "Salto is not answering since %s. What opened before should still open."
                        .formatted(times.at(salto.since()));
            case NexudusSilent nexudus ->
                "We cannot see purchases made after %s yet.".formatted(times.at(nexudus.since()));
            case TakenOutByHand taken -> "Somebody at the space took you out%s.".formatted(maybe(taken.at(), times));
            case SpacePaused paused -> "Your space has paused door changes%s.".formatted(since(paused.since(), times));
            case SpaceWatching _ -> "Your space gives out this door by hand for now.";
            case OtherLocation other -> "This booking is at %s.".formatted(other.location());
            case PassportNotOffered _ -> "Unlocking with Passport is not on at this space. The Salto app is.";
        };
    }

    private static String tooEarly(TooEarly early, TimeWords times) {
        String soon = times.ahead(early.opens());
        return early.begins().equals(early.opens())
                ? "Your time with %s starts %s, %s.".formatted(early.item().name(), times.when(early.begins()), soon)
                : "Your booking of %s starts %s. The door opens for you %s, %s."
                        .formatted(early.item().name(), times.when(early.begins()), times.when(early.opens()), soon);
    }

    private static String day(Instant used, Voice voice) {
        ZoneId zone = voice.zone();
        LocalDate day = used.atZone(zone).toLocalDate();
        return day.equals(voice.now().atZone(zone).toLocalDate().minusDays(1))
                ? "yesterday"
                : voice.times().date(used);
    }

    static String until(@Nullable Instant instant, TimeWords times) {
        return Optional.ofNullable(instant)
                .map(end -> " until " + times.at(end))
                .orElse("");
    }

    static String untilDate(@Nullable Instant instant, TimeWords times) {
        return Optional.ofNullable(instant)
                .map(end -> " until " + times.date(end))
                .orElse("");
    }

    static String since(@Nullable Instant instant, TimeWords times) {
        return Optional.ofNullable(instant)
                .map(begin -> " since " + times.at(begin))
                .orElse("");
    }

    static String maybe(@Nullable Instant instant, TimeWords times) {
        return Optional.ofNullable(instant)
                .map(moment -> " " + times.when(moment))
                .orElse("");
    }
}
