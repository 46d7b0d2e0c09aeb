package app.latchkey.sync.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.latchkey.Case;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Rules;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.operator.CustomerChain;
import app.latchkey.salto.GroupHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.TestDatabase;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.Doorway;
import app.latchkey.sync.GroupStanding;
import app.latchkey.sync.run.JsonText;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What pages say of doors that answer from Monday to Friday, 08:00 to 18:00, on a real PostgreSQL. */
class DoorHoursIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JsonText JSON = new JsonText();
    private static final SpaceId SPACE = new SpaceId(new UUID(1, 1));

    private static final AccessGroupId OFFICE = new AccessGroupId(RecordedSpace.uuid(10));
    private static final AccessGroupId ROOM = new AccessGroupId(RecordedSpace.uuid(11));
    private static final WeeklyHours HOURS = new WeeklyHours(
            List.of(new WeeklyHours.Span(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0))),
            ZoneId.of("Europe/Lisbon"));

    /** In the office for a week, until Monday evening. */
    private static final CustomerId ANA = new CustomerId(1);

    private static final Window WEEK = window("2026-11-23T06:00:00Z", "2026-11-30T20:00:00Z");

    /** In it by hand. */
    private static final CustomerId BEN = new CustomerId(2);

    /** Will be on Tuesday from seven to ten, and on Saturday; in a room without hours now. */
    private static final CustomerId CLEO = new CustomerId(3);

    private static final Window EARLY = window("2026-11-24T07:00:00Z", "2026-11-24T10:00:00Z");
    private static final Window SATURDAY = window("2026-11-28T10:00:00Z", "2026-11-28T12:00:00Z");

    private static final Because BOOKING = RecordedSpace.booking(7, EARLY.from(), SATURDAY.from());

    private final GroupFactsRows facts = new GroupFactsRows(DATABASE.jdbc(), JSON, new GroupHours(DATABASE.jdbc()));

    private static Window window(String from, String until) {
        return Window.between(Instant.parse(from), Instant.parse(until));
    }

    @BeforeAll
    static void aSpaceHasBeenRun() {
        RecordedSpace space = new RecordedSpace(DATABASE, SPACE, "harbour-house", MONDAY);
        space.group(OFFICE, "Office", "Office door");
        space.hours(OFFICE, LocalTime.of(8, 0), LocalTime.of(18, 0));
        space.group(ROOM, "Room 4", "Room 4 lock");
        member(space, ANA, "Ana Reis", OFFICE, "IN");
        member(space, BEN, "Ben Okoye", OFFICE, "BY_HAND");
        member(space, CLEO, "Cleo Diaz", ROOM, "IN");
        space.entitled(CLEO, OFFICE, EARLY, BOOKING);
        space.entitled(CLEO, OFFICE, SATURDAY, BOOKING);
    }

    private static void member(
            RecordedSpace space, CustomerId customer, String name, AccessGroupId group, String verdict) {
        PlatformUserId user = user(customer);
        space.customer(customer, name, user);
        space.stands(customer, user, group, verdict, null, WEEK, BOOKING);
        space.member(user, group);
    }

    private static PlatformUserId user(CustomerId customer) {
        return new PlatformUserId(RecordedSpace.uuid(customer.value()));
    }

    private static Basket basket() {
        return new Basket(List.of(), Matches.none(), Rules.of(ZoneOffset.UTC));
    }

    private List<Doorway> doors(CustomerId customer, String now) {
        return new RecordedDoorways(
                        DATABASE.scopes(), facts, (_, _) -> basket(), new TroubleRows(DATABASE.jdbc()), at(now))
                .of(SPACE, customer);
    }

    private CustomerDetail told(CustomerId customer, String now) {
        return new RecordedCustomers(
                        DATABASE.scopes(),
                        DATABASE.jdbc(),
                        new PeopleRows(DATABASE.jdbc(), JSON),
                        facts,
                        (_, _) -> basket(),
                        new TroubleRows(DATABASE.jdbc()),
                        new ChangeRows(DATABASE.jdbc(), JSON),
                        at(now))
                .detail(SPACE, customer)
                .orElseThrow();
    }

    private static Clock at(String now) {
        return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }

    private void assertDoor(CustomerId customer, String now, DoorState state, Reason reason, Window window) {
        assertThat(doors(customer, now))
                .as(now)
                .extracting(Doorway::state, Doorway::reason, Doorway::window)
                .containsExactly(tuple(state, Optional.of(reason), Optional.of(window)));
        assertThat(told(customer, now).groups())
                .extracting(GroupStanding::state, GroupStanding::reason)
                .containsExactly(tuple(state, Optional.of(reason)));
    }

    private static Reason again(String opens) {
        return new Reason.OutsideHours(HOURS, Instant.parse(opens));
    }

    @Case(46)
    @Test
    void opensUntilTheDoorStopsAnswering() {
        assertThat(doors(ANA, "2026-11-23T12:00:00Z"))
                .extracting(Doorway::state, Doorway::window)
                .containsExactly(
                        tuple(DoorState.OPEN, Optional.of(window("2026-11-23T06:00:00Z", "2026-11-23T18:00:00Z"))));
        assertThat(told(ANA, "2026-11-23T12:00:00Z")
                        .groups()
                        .getFirst()
                        .explanation()
                        .until())
                .contains(Instant.parse("2026-11-23T18:00:00Z"));
    }

    @Case(46)
    @Test
    void saysWhenADoorAnswersAgain() {
        assertDoor(
                ANA,
                "2026-11-23T18:00:00Z",
                DoorState.NEXT,
                again("2026-11-24T08:00:00Z"),
                window("2026-11-24T08:00:00Z", "2026-11-24T18:00:00Z"));
        assertDoor(
                ANA,
                "2026-11-28T12:00:00Z",
                DoorState.NEXT,
                again("2026-11-30T08:00:00Z"),
                window("2026-11-30T08:00:00Z", "2026-11-30T18:00:00Z"));
    }

    /** Who is in a group whose doors have closed for the day is nobody whose access has ended. */
    @Test
    void promisesNothingOnceTheLastHourIsOver() {
        assertDoor(ANA, "2026-11-30T19:00:00Z", DoorState.CLOSED, new Reason.OutsideHours(HOURS, null), WEEK);
        assertThat(CustomerChain.isStuck(told(ANA, "2026-11-30T19:00:00Z"))).isFalse();
        assertThat(CustomerChain.isStuck(told(ANA, "2026-11-30T21:00:00Z"))).isTrue();
    }

    @Test
    void letsNobodyInByHandOutsideTheHoursEither() {
        assertThat(doors(BEN, "2026-11-23T12:00:00Z"))
                .extracting(Doorway::state)
                .containsExactly(DoorState.BY_HAND);
        assertDoor(
                BEN,
                "2026-11-23T18:00:00Z",
                DoorState.NEXT,
                again("2026-11-24T08:00:00Z"),
                window("2026-11-24T08:00:00Z", "2026-11-24T18:00:00Z"));
    }

    @Test
    void beginsWithTheHoursAndNotWithTheBooking() {
        assertThat(doors(CLEO, "2026-11-23T12:00:00Z"))
                .extracting(Doorway::door, Doorway::state, Doorway::window)
                .containsExactly(
                        tuple("Room 4 lock", DoorState.OPEN, Optional.of(WEEK)),
                        tuple(
                                "Office door",
                                DoorState.NEXT,
                                Optional.of(window("2026-11-24T08:00:00Z", "2026-11-24T10:00:00Z"))));
    }

    @Test
    void saysBeforehandThatADoorWillNotAnswer() {
        assertThat(doors(CLEO, "2026-11-27T12:00:00Z"))
                .extracting(Doorway::door, Doorway::state, Doorway::reason)
                .contains(tuple("Office door", DoorState.CLOSED, Optional.of(new Reason.OutsideHours(HOURS, null))));
    }
}
