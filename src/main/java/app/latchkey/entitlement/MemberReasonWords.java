package app.latchkey.entitlement;

import app.latchkey.entitlement.Reason.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a member reads at the door, in his language: what is so, in the second person, without a word of ours or the partners'. */
final class MemberReasonWords {

    private final Voice voice;
    private final TimeWords times;
    private final String key;

    private MemberReasonWords(Reason reason, Voice voice) {
        this.voice = voice;
        this.times = voice.times();
        this.key = "reason." + asTold(reason).code();
    }

    /** Differences that mean something to the space only. */
    private static Reason asTold(Reason reason) {
        return switch (reason) {
            case SaltoUserTaken _ -> new SeveralSaltoUsers();
            case Disputed _ -> new WaitingForApproval();
            case GroupGone _ -> new DoorNotSetUp();
            case NotUnderstood _ -> new OpenByHand();
            default -> reason;
        };
    }

    static String say(Reason reason, Voice voice) {
        return new MemberReasonWords(reason, voice).words(reason);
    }

    private String words(Reason reason) {
        return switch (reason) {
            case Open open -> open.until() == null ? plain() : with("-until", "until", times.until(open.until()));
            case TooEarly early -> tooEarly(early);
            case JustEnded ended ->
                say("", Map.of("item", named(ended.item()), "ended", times.when(ended.ended()), "until", until(ended)));
            case NotConfirmed booking -> with("", "item", named(booking.item()));
            case BookingMoved moved -> item(moved.to(), "span", times.span(moved.booked()));
            case BookingCancelled gone -> item(gone.item(), "at", times.when(gone.at()));
            case PassUsedUp pass -> item(pass.item(), "entries", String.valueOf(pass.entries()));
            case PassExpired pass -> item(pass.item(), "date", times.date(pass.at()));
            case DayPassOver pass -> with("", "day", day(pass.used()));
            case ContractNotBegun contract -> with("", "date", times.date(contract.starts()));
            case ContractPaused contract -> orDate("-until", contract.until());
            case ContractEnded contract -> with("", "date", times.date(contract.at()));
            case AccessEnded ended -> item(ended.item(), "at", times.when(ended.at()));
            case InvoiceOpen invoice ->
                say("", Map.of("number", invoice.number(), "date", times.date(invoice.since()), "days", days(invoice)));
            case Suspended _, Refused _ -> with("", "space", voice.spaceName());
            case OnItsWay way ->
                way.bought() == null ? say("-since", Map.of()) : with("", "ago", times.ago(way.bought()));
            case InvitationOpen open -> orDate("-since", open.invited());
            case ExpiredInSalto expired -> orDate("-since", expired.at());
            case TagBlocked tag -> with("", "ending", tag.ending());
            case OutsideHours outside -> outsideHours(outside);
            case WayNotComplete way -> say("", Map.of("open", way.open(), "missing", way.missing()));
            case LockOffline lock -> with("", "since", times.since(lock.since()));
            case SaltoSilent salto ->
                salto.since() == null ? plain() : with("-since", "since", times.since(salto.since()));
            case NexudusSilent nexudus ->
                nexudus.since() == null ? plain() : with("-since", "at", times.at(nexudus.since()));
            case TakenOutByHand taken -> taken.at() == null ? plain() : with("-at", "at", times.when(taken.at()));
            case SpacePaused paused ->
                paused.since() == null ? plain() : with("-since", "since", times.since(paused.since()));
            case SpaceFrozen frozen ->
                frozen.until() == null ? plain() : with("-until", "until", times.until(frozen.until()));
            case OtherLocation other -> with("", "location", other.location());
            case OpenByHand _,
                    NeverBought _,
                    ItemUnmatched _,
                    BeingTakenOut _,
                    TwoCustomersOneEmail _,
                    SeveralSaltoUsers _,
                    SaltoUserTaken _,
                    LinkBroken _,
                    NoWayToInvite _,
                    ProtectedPerson _,
                    SaltoRefuses _,
                    WaitingForApproval _,
                    Disputed _,
                    NoSeat _,
                    NoWayIn _,
                    BlockedInSalto _,
                    DoorNotSetUp _,
                    GroupGone _,
                    NotUnderstood _,
                    SpaceWatching _,
                    PassportNotOffered _ -> plain();
        };
    }

    private String tooEarly(TooEarly early) {
        String item = named(early.item());
        String begins = times.when(early.begins());
        String ahead = times.ahead(early.opens());
        return early.begins().equals(early.opens())
                ? say("-itself", Map.of("item", item, "begins", begins, "ahead", ahead))
                : say("", Map.of("item", item, "begins", begins, "opens", times.when(early.opens()), "ahead", ahead));
    }

    private String outsideHours(OutsideHours outside) {
        String hours = HoursWords.say(outside.hours(), voice);
        return outside.opens() == null
                ? with("", "hours", hours)
                : say("-again", Map.of("hours", hours, "when", times.when(outside.opens())));
    }

    private String until(JustEnded ended) {
        return times.until(ended.closed());
    }

    private static String days(InvoiceOpen invoice) {
        return String.valueOf(invoice.daysAllowed());
    }

    private String day(Instant used) {
        LocalDate day = used.atZone(voice.zone()).toLocalDate();
        LocalDate today = voice.now().atZone(voice.zone()).toLocalDate();
        return day.equals(today.minusDays(1)) ? Words.say(voice.language(), "yesterday") : times.date(used);
    }

    private static String named(NamedItem item) {
        return item.name();
    }

    private String orDate(String form, @Nullable Instant instant) {
        return instant == null ? plain() : with(form, "date", times.date(instant));
    }

    private String item(NamedItem item, String blank, String value) {
        return say("", Map.of("item", named(item), blank, value));
    }

    private String with(String form, String blank, String value) {
        return say(form, Map.of(blank, value));
    }

    private String plain() {
        return say("", Map.of());
    }

    private String say(String form, Map<String, String> values) {
        return Words.say(voice.language(), key + form, values);
    }
}
