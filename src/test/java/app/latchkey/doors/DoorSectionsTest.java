package app.latchkey.doors;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Remedy;
import app.latchkey.entitlement.Voice;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.look.State;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Language;
import app.latchkey.shared.Window;
import app.latchkey.sync.Doorway;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoorSectionsTest {

    private static final Instant NOW = Instant.parse("2026-05-09T12:00:00Z");
    private static final Voice VOICE = new Voice(Audience.MEMBER, "Harbour House", ZoneOffset.UTC, NOW);

    @Test
    void showsTheDoorThatEndsSoonestFirst() {
        DoorSections sections = DoorSections.of(
                List.of(
                        door("Lounge", DoorState.OPEN, null, null),
                        door("Room 4", DoorState.OPEN, -60, 120),
                        door("Garden", DoorState.OPEN, -60, 300)),
                List.of(),
                VOICE);
        assertThat(sections.open()).extracting(DoorCard::title).containsExactly("Room 4", "Garden", "Lounge");
        assertThat(sections.open().getFirst().chip()).isEqualTo("Opens for you until 14:00");
    }

    @Test
    void countsDownWhatBeginsWithinTheHourAndFoldsWhatIsFar() {
        DoorSections sections = DoorSections.of(
                List.of(
                        door("Studio", DoorState.NEXT, 3 * 24 * 60, 4 * 24 * 60),
                        door("Room 4", DoorState.NEXT, 24, 120)),
                List.of(),
                VOICE);
        assertThat(sections.next().getFirst().lines()).containsExactly("Opens by itself at 12:24, until 14:00.");
        assertThat(sections.next()).extracting(DoorCard::title).containsExactly("Room 4");
        assertThat(sections.next().getFirst().chip()).isEqualTo("In 24 min");
        assertThat(sections.later()).extracting(DoorCard::title).containsExactly("Studio");
    }

    @Test
    void neverSaysOpensBeforeSaltoHasIt() {
        DoorSections sections =
                DoorSections.of(List.of(door("Room 4", DoorState.ON_ITS_WAY, -5, 60)), List.of(), VOICE);
        assertThat(sections.open()).isEmpty();
        assertThat(sections.onItsWay().getFirst().state()).isEqualTo(State.ON_ITS_WAY);
        assertThat(sections.onItsWay().getFirst().chip()).isEqualTo("On its way");
    }

    @Test
    void saysInWhichHoursADoorAnswersAndWhenAgain() {
        WeeklyHours mornings = new WeeklyHours(
                List.of(new WeeklyHours.Span(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(11, 0))),
                ZoneOffset.UTC);
        Instant tomorrow = Instant.parse("2026-05-10T08:00:00Z");
        Doorway again =
                because(door("Lounge", DoorState.NEXT, 20 * 60, 23 * 60), new Reason.OutsideHours(mornings, tomorrow));
        DoorCard next = DoorSections.of(List.of(again), List.of(), VOICE).next().getFirst();
        assertThat(next.chip()).isEqualTo("From tomorrow 08:00");
        assertThat(next.lines())
                .as("when again is on the chip")
                .containsExactly("This door opens every day 08:00–\u206011:00 for your group.");

        Instant soon = NOW.plus(Duration.ofMinutes(30));
        Doorway almost = because(door("Lounge", DoorState.NEXT, 30, 60), new Reason.OutsideHours(mornings, soon));
        assertThat(DoorSections.of(List.of(almost), List.of(), VOICE)
                        .next()
                        .getFirst()
                        .lines())
                .as("the chip counts down")
                .containsExactly(
                        "This door opens every day 08:00–\u206011:00 for your group. It opens again for you at 12:30.");

        Doorway never = because(door("Room 4", DoorState.CLOSED, -60, 60), new Reason.OutsideHours(mornings, null));
        DoorCard closed =
                DoorSections.of(List.of(never), List.of(), VOICE).closed().getFirst();
        assertThat(closed.lines()).containsExactly("This door opens every day 08:00–\u206011:00 for your group.");
        assertThat(closed.help()).map(DoorCard.Help::label).contains("Call the space");
    }

    /** A pause has no end that anybody knows, a freeze has: what begins after it opens by itself. */
    @Test
    void promisesNothingForTheTimeInWhichTheSpaceHoldsEveryChange() {
        List<Doorway> next = List.of(door("Room 4", DoorState.NEXT, 120, 180));
        assertThat(linesOfNext(next, new Reason.SpacePaused(NOW)))
                .containsExactly("Opens only once your space lets changes through again.");
        assertThat(linesOfNext(next, new Reason.SpaceFrozen(NOW.plus(Duration.ofHours(3)))))
                .containsExactly("Opens only once your space lets changes through again.");
        assertThat(linesOfNext(next, new Reason.SpaceFrozen(NOW.plus(Duration.ofHours(1)))))
                .containsExactly("Opens by itself, until 15:00.");
        assertThat(linesOfNext(next, new Reason.NexudusSilent(NOW))).containsExactly("Opens by itself, until 15:00.");
    }

    private static List<String> linesOfNext(List<Doorway> doors, Reason trouble) {
        return DoorSections.of(doors, List.of(trouble), VOICE).next().getFirst().lines();
    }

    /** The reason stands above all doors as well; what the door is for stands nowhere else. */
    @Test
    void saysWhatADoorIsForThatASpaceHoldsBack() {
        Reason paused = new Reason.SpacePaused(NOW.minusSeconds(600));
        Because booked = new Because.Booked(
                1, new NamedItem(ItemId.resource(4), "Room 4"), Window.between(NOW, NOW.plusSeconds(3600)));
        Doorway held = because(bookedFor(door("Room 4", DoorState.WITHHELD, null, null), booked), paused);
        assertThat(DoorSections.of(List.of(held), List.of(paused), VOICE)
                        .closed()
                        .getFirst()
                        .lines())
                .containsExactly(
                        "Because you booked Room 4, 12:00–\u206013:00.",
                        "Your space has paused door changes since 11:50.");
    }

    @Test
    void offersNoMoreOfWhatIsBookedWhereTheDoorStopsAnswering() {
        assertThat(endingSoon(NOW.plus(Duration.ofMinutes(5))).help())
                .map(DoorCard.Help::remedy)
                .contains(Remedy.BOOK_MORE);
        assertThat(endingSoon(NOW.plus(Duration.ofHours(2))).help()).isEmpty();
    }

    private static DoorCard endingSoon(Instant bookedUntil) {
        Because booked = new Because.Booked(
                1, new NamedItem(ItemId.resource(4), "Room 4"), Window.between(NOW.minusSeconds(600), bookedUntil));
        Doorway with = bookedFor(door("Room 4", DoorState.OPEN, -10, 10), booked);
        return DoorSections.of(List.of(with), List.of(), VOICE).open().getFirst();
    }

    @Test
    void saysWhatEndsSoon() {
        DoorSections sections = DoorSections.of(List.of(door("Room 4", DoorState.OPEN, -60, 10)), List.of(), VOICE);
        assertThat(sections.open().getFirst().chip()).isEqualTo("Ends at 12:10");
    }

    @Test
    void givesTheLockItsTimeBeforeItSaysOpens() {
        Doorway granted = inSince(door("Room 4", DoorState.OPEN, -5, 60), NOW.minusSeconds(20));
        DoorSections soon = DoorSections.of(List.of(granted), List.of(), VOICE);
        assertThat(soon.open()).isEmpty();
        assertThat(soon.onItsWay().getFirst().lines())
                .contains("Salto has it; the lock usually follows within a minute.");

        Doorway settled = inSince(granted, NOW.minusSeconds(60));
        assertThat(DoorSections.of(List.of(settled), List.of(), VOICE).open())
                .extracting(DoorCard::chip)
                .containsExactly("Opens for you until 13:00");
    }

    @Test
    void doesNotPromiseALockThatHasNotHeardOfIt() {
        Doorway offline = because(
                inSince(door("Garden", DoorState.OPEN, -5, 60), NOW.minusSeconds(600)),
                new Reason.LockOffline(NOW.minusSeconds(3600)));
        Doorway other = door("Street", DoorState.OPEN, -60, 120);
        DoorCard garden = DoorSections.of(List.of(offline, other), List.of(), VOICE)
                .open()
                .getFirst();
        assertThat(garden.chip()).isEqualTo("Not known since 11:00");
        assertThat(garden.help()).map(DoorCard.Help::label).contains("Use Street");

        Doorway older = inSince(offline, NOW.minus(Duration.ofDays(1)));
        assertThat(DoorSections.of(List.of(older, other), List.of(), VOICE)
                        .open()
                        .getFirst()
                        .state())
                .isEqualTo(State.OPEN);
    }

    @Test
    void sendsNobodyToAnotherDoorWhereNoneOpens() {
        Doorway offline = because(
                inSince(door("Garden", DoorState.OPEN, -5, 60), NOW.minusSeconds(600)),
                new Reason.LockOffline(NOW.minusSeconds(3600)));
        assertThat(DoorSections.of(List.of(offline), List.of(), VOICE)
                        .open()
                        .getFirst()
                        .help())
                .map(DoorCard.Help::label)
                .contains("Call the space");
    }

    @Test
    void offersNothingToBuyToWhomeverTheSpaceHasPaused() {
        DoorSections sections = DoorSections.stopped(VOICE);
        assertThat(sections.isEmpty()).isFalse();
        assertThat(sections.closed())
                .extracting(DoorCard::lines)
                .containsExactly(List.of("Harbour House has paused your access."));
    }

    @Test
    void saysEachDoorOnceAndTheAlikeTogether() {
        DoorSections sections = DoorSections.of(
                List.of(
                        door("Street", DoorState.OPEN, -60, 60),
                        door("Street", DoorState.OPEN, -60, 120),
                        because(door("Street", DoorState.CLOSED, null, null), new Reason.NeverBought()),
                        door("Street", DoorState.NEXT, 300, 400),
                        door("Room 4", DoorState.NEXT, 300, 400),
                        because(door("Room 4", DoorState.WITHHELD, null, null), new Reason.NoSeat()),
                        because(door("Lift", DoorState.WITHHELD, null, null), new Reason.NoSeat())),
                List.of(),
                VOICE);
        assertThat(sections.open()).extracting(DoorCard::chip).containsExactly("Opens for you until 14:00");
        assertThat(sections.next()).extracting(DoorCard::title).containsExactly("Room 4, Street");
        assertThat(sections.closed()).extracting(DoorCard::title).containsExactly("Lift, Room 4");
        assertThat(sections.closed().getFirst().help())
                .map(DoorCard.Help::label)
                .contains("Tell the space");
        assertThat(sections.all()).extracting(DoorCard::title).containsExactly("Street", "Room 4", "Lift");
    }

    @Test
    void speaksTheLanguageOfThePhone() {
        Voice german = new Voice(Audience.MEMBER, "Hafenhaus", ZoneOffset.UTC, NOW, Language.DE);
        DoorSections sections = DoorSections.of(List.of(door("Tor", DoorState.NEXT, 24, 120)), List.of(), german);
        assertThat(sections.next().getFirst().chip()).isEqualTo("In 24 Min.");
        assertThat(sections.next().getFirst().lines()).containsExactly("Öffnet um 12:24 von selbst, bis 14:00.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysEverythingInEachLanguage(Language language) {
        assertThat(PageWords.ALL.keys(language)).isEqualTo(PageWords.ALL.keys(Language.EN));
        assertThat(PageWords.ALL.keys(language)).allSatisfy(key -> {
            assertThat(PageWords.ALL.blanks(language, key)).as(key).isEqualTo(PageWords.ALL.blanks(Language.EN, key));
            assertThat(PageWords.ALL.sentence(language, key))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("!");
        });
    }

    private static Doorway bookedFor(Doorway door, Because booked) {
        return with(door, List.of(booked), door.inSince());
    }

    private static Doorway inSince(Doorway door, Instant since) {
        return with(door, door.because(), Optional.of(since));
    }

    private static Doorway with(Doorway door, List<Because> because, Optional<Instant> inSince) {
        return new Doorway(
                door.group(),
                door.groupName(),
                door.lock(),
                door.door(),
                door.online(),
                door.state(),
                door.window(),
                because,
                door.reason(),
                door.confirmedAt(),
                inSince,
                door.seenAt());
    }

    private static Doorway because(Doorway door, Reason reason) {
        return new Doorway(
                door.group(),
                door.groupName(),
                door.lock(),
                door.door(),
                !(reason instanceof Reason.LockOffline),
                door.state(),
                door.window(),
                door.because(),
                Optional.of(reason),
                door.confirmedAt(),
                door.inSince(),
                door.seenAt());
    }

    private static Doorway door(
            String name, DoorState state, @Nullable Integer fromMinutes, @Nullable Integer untilMinutes) {
        Optional<Window> window = fromMinutes == null || untilMinutes == null
                ? Optional.empty()
                : Optional.of(Window.between(
                        NOW.plus(Duration.ofMinutes(fromMinutes)), NOW.plus(Duration.ofMinutes(untilMinutes))));
        return new Doorway(
                AccessGroupId.of("00000000-0000-0000-0000-000000000001"),
                name,
                Optional.empty(),
                name,
                true,
                state,
                window,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
