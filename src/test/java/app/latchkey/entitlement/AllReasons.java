package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;

import app.latchkey.entitlement.Because.*;
import app.latchkey.entitlement.Reason.*;
import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

/** One of each kind, with every time known: whoever lists them all meets a new kind at once. */
public final class AllReasons {

    private static final Instant NOON = at("2026-05-08T11:00:00Z");
    private static final Instant TWO = at("2026-05-08T13:00:00Z");
    private static final Instant SIX = at("2026-05-08T17:00:00Z");
    private static final Instant THIRD = at("2026-05-03T11:00:00Z");
    private static final Instant MARCH = at("2026-03-01T00:00:00Z");

    private static final WeeklyHours WORKING_DAYS = new WeeklyHours(
            List.of(new WeeklyHours.Span(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(20, 0))),
            ZoneId.of("Europe/Lisbon"));

    private AllReasons() {}

    public static List<Because> becauses() {
        return List.of(
                new Booked(1, ROOM_4, Window.between(at("2026-05-08T15:00:00Z"), SIX)),
                new Bought(2, FLEX, PassKind.DAY, THIRD),
                new Contracted(3, OFFICE_12, MARCH),
                new Because.Decided(4, ROOM_4, THIRD, SIX),
                new Given("Ana", at("2026-05-08T19:00:00Z"), "lost tag"),
                new BeforeLatchkey(),
                new FromNewerVersion());
    }

    public static List<Reason> reasons() {
        return List.of(
                new Open(becauses(), SIX),
                new OpenByHand(),
                new NeverBought(),
                new ItemUnmatched(ROOM_4),
                new TooEarly(ROOM_4, TWO, at("2026-05-08T12:45:00Z")),
                new JustEnded(ROOM_4, at("2026-05-08T09:00:00Z"), at("2026-05-08T09:15:00Z")),
                new NotConfirmed(ROOM_4),
                new BookingMoved(
                        ROOM_4, ROOM_2, Window.between(at("2026-05-08T15:00:00Z"), SIX), at("2026-05-08T09:20:00Z")),
                new BookingCancelled(ROOM_2, at("2026-05-08T09:20:00Z")),
                new PassUsedUp(FLEX, 10),
                new PassExpired(FLEX, THIRD),
                new DayPassOver(FLEX, at("2026-05-07T11:00:00Z")),
                new ContractNotBegun(OFFICE_12, at("2026-06-01T00:00:00Z")),
                new ContractPaused(OFFICE_12, at("2026-06-01T00:00:00Z")),
                new ContractEnded(OFFICE_12, at("2026-04-30T00:00:00Z")),
                new AccessEnded(ROOM_4, at("2026-05-08T09:00:00Z")),
                new InvoiceOpen("1041", at("2026-05-02T00:00:00Z"), 14),
                new Suspended(),
                new OnItsWay(NOON.minusSeconds(20)),
                new BeingTakenOut(),
                new TwoCustomersOneEmail(),
                new SeveralSaltoUsers(),
                new SaltoUserTaken(),
                new LinkBroken(),
                new NoWayToInvite(),
                new ProtectedPerson(),
                new SaltoRefuses(),
                new Refused(),
                new WaitingForApproval(),
                new Disputed(),
                new NoSeat(),
                new InvitationOpen(THIRD),
                new NoWayIn(),
                new TagBlocked("89"),
                new BlockedInSalto(),
                new ExpiredInSalto(THIRD),
                new OutsideHours(WORKING_DAYS, at("2026-05-11T07:00:00Z")),
                new DoorNotSetUp(),
                new GroupGone(),
                new NotUnderstood(),
                new WayNotComplete("Room 4", "the street door"),
                new LockOffline(at("2026-05-08T09:40:00Z")),
                new SaltoSilent(at("2026-05-08T09:02:00Z")),
                new NexudusSilent(at("2026-05-08T09:02:00Z")),
                new TakenOutByHand(at("2026-05-08T09:04:00Z")),
                new SpacePaused(at("2026-05-08T09:10:00Z")),
                new SpaceFrozen(at("2026-05-08T14:10:00Z")),
                new SpaceWatching(),
                new OtherLocation("Harbour North"),
                new PassportNotOffered());
    }
}
