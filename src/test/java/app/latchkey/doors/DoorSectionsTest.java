package app.latchkey.doors;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Voice;
import app.latchkey.look.State;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.Window;
import app.latchkey.sync.DoorState;
import app.latchkey.sync.Doorway;
import app.latchkey.sync.WhyNot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
                VOICE);
        assertThat(sections.open()).extracting(DoorCard::door).containsExactly("Room 4", "Garden", "Lounge");
        assertThat(sections.open().getFirst().chip()).isEqualTo("Opens for you until 14:00");
    }

    @Test
    void countsDownWhatBeginsWithinTheHourAndFoldsWhatIsFar() {
        DoorSections sections = DoorSections.of(
                List.of(
                        door("Studio", DoorState.NEXT, 3 * 24 * 60, 4 * 24 * 60),
                        door("Room 4", DoorState.NEXT, 24, 120)),
                VOICE);
        assertThat(sections.next()).extracting(DoorCard::door).containsExactly("Room 4");
        assertThat(sections.next().getFirst().chip()).isEqualTo("In 24 min");
        assertThat(sections.later()).extracting(DoorCard::door).containsExactly("Studio");
    }

    @Test
    void neverSaysOpensBeforeSaltoHasIt() {
        DoorSections sections = DoorSections.of(List.of(door("Room 4", DoorState.ON_ITS_WAY, -5, 60)), VOICE);
        assertThat(sections.open()).isEmpty();
        assertThat(sections.next().getFirst().state()).isEqualTo(State.ON_ITS_WAY);
        assertThat(sections.next().getFirst().chip()).doesNotContain("Open");
    }

    @Test
    void saysWhatEndsSoon() {
        DoorSections sections = DoorSections.of(List.of(door("Room 4", DoorState.OPEN, -60, 10)), VOICE);
        assertThat(sections.open().getFirst().chip()).isEqualTo("Ends at 12:10");
    }

    @ParameterizedTest
    @EnumSource(WhyNot.class)
    void everyReasonHasASentence(WhyNot why) {
        Remark remark = Remarks.of(why, Optional.empty(), VOICE);
        assertThat(remark.sentence()).endsWith(".").hasSizeGreaterThan(10);
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
                Optional.empty());
    }
}
