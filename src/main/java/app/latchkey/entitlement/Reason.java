package app.latchkey.entitlement;

import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a door opens for somebody, or why not: a type, not a sentence. The planner finds it, runs record its code, and every page says it with
 * {@link ReasonWords}, to each audience in its words; {@link Remedy} names the one thing that would help.
 */
public sealed interface Reason {

    /** A stable short name for logs, filters and links, such as {@code too-early}. */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether it says only that we may not know the latest, which keeps nobody out. */
    default boolean isDoubt() {
        return this instanceof SaltoSilent || this instanceof NexudusSilent || this instanceof LockOffline;
    }

    /** @param until when it ends; not known to end, when absent */
    record Open(List<Because> because, @Nullable Instant until) implements Reason {
        public Open {
            because = List.copyOf(because);
        }
    }

    record OpenByHand() implements Reason {}

    record NeverBought() implements Reason {}

    /** Something was bought, but its item earns no access group at all. */
    record ItemUnmatched(NamedItem item) implements Reason {}

    record TooEarly(NamedItem item, Instant begins, Instant opens) implements Reason {}

    record JustEnded(NamedItem item, Instant ended, Instant closed) implements Reason {}

    record NotConfirmed(NamedItem item) implements Reason {}

    /**
     * To another time, another item, or both.
     *
     * @param item of which it was
     * @param to of which it is now
     * @param booked when it is now, from FromTime to ToTime
     * @param at when the door followed
     */
    record BookingMoved(NamedItem item, NamedItem to, Window booked, Instant at) implements Reason {

        /** Whether another time is all that changed. */
        public boolean isWhereItWas() {
            return item.id().equals(to.id());
        }
    }

    /** Nexudus lists it no more for this location; one that was moved to another is missing just so. */
    record BookingCancelled(NamedItem item, Instant at) implements Reason {}

    record PassUsedUp(NamedItem item, int entries) implements Reason {}

    record PassExpired(NamedItem item, Instant at) implements Reason {}

    record DayPassOver(NamedItem item, Instant used) implements Reason {}

    record ContractNotBegun(NamedItem item, Instant starts) implements Reason {}

    record ContractPaused(NamedItem item, @Nullable Instant until) implements Reason {}

    record ContractEnded(NamedItem item, Instant at) implements Reason {}

    /** What Nexudus itself had decided is over. */
    record AccessEnded(NamedItem item, Instant at) implements Reason {}

    record InvoiceOpen(String number, Instant since, int daysAllowed) implements Reason {}

    record Suspended() implements Reason {}

    /** @param bought when, if that was a moment ago; what was bought earlier is on its way because its time has come */
    record OnItsWay(@Nullable Instant bought) implements Reason {}

    record BeingTakenOut() implements Reason {}

    record TwoCustomersOneEmail() implements Reason {}

    /** Which of several Salto users with the e-mail this customer is has to be decided. */
    record SeveralSaltoUsers() implements Reason {}

    /** The Salto user with the e-mail is somebody else's already. */
    record SaltoUserTaken() implements Reason {}

    record LinkBroken() implements Reason {}

    record NoWayToInvite() implements Reason {}

    record ProtectedPerson() implements Reason {}

    /** Salto answers well and does not do it for this person: an administrator's address, somebody in a pod, an address that it takes from nobody. */
    record SaltoRefuses() implements Reason {}

    record Refused() implements Reason {}

    record WaitingForApproval() implements Reason {}

    /** Somebody else keeps ending what we grant. */
    record Disputed() implements Reason {}

    record NoSeat() implements Reason {}

    record InvitationOpen(@Nullable Instant invited) implements Reason {}

    record NoWayIn() implements Reason {}

    /** @param ending the tag's last two digits */
    record TagBlocked(String ending) implements Reason {}

    record BlockedInSalto() implements Reason {}

    /** The Salto user was made to last until then, and is over. */
    record ExpiredInSalto(@Nullable Instant at) implements Reason {}

    /** @param opens when the door answers to the person again; never while what is known lets the person in, when absent */
    record OutsideHours(WeeklyHours hours, @Nullable Instant opens) implements Reason {}

    /** The group has no door or no schedule in Salto. */
    record DoorNotSetUp() implements Reason {}

    record GroupGone() implements Reason {}

    /** Our own record of the membership cannot be read, and it is left as it is. */
    record NotUnderstood() implements Reason {}

    record WayNotComplete(String open, String missing) implements Reason {}

    record LockOffline(Instant since) implements Reason {}

    record SaltoSilent(@Nullable Instant since) implements Reason {}

    record NexudusSilent(@Nullable Instant since) implements Reason {}

    record TakenOutByHand(@Nullable Instant at) implements Reason {}

    record SpacePaused(@Nullable Instant since) implements Reason {}

    /** @param until when it lapses by itself */
    record SpaceFrozen(@Nullable Instant until) implements Reason {}

    record SpaceWatching() implements Reason {}

    record OtherLocation(String location) implements Reason {}

    record PassportNotOffered() implements Reason {}
}
