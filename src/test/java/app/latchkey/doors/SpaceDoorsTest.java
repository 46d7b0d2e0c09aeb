package app.latchkey.doors;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.look.State;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Language;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.ContactDetails;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who stands at a door sees that door first, and nothing twice. */
class SpaceDoorsTest {

    private static final List<DoorCard> NONE = List.of();
    private static final DoorSections NOTHING = new DoorSections(NONE, NONE, NONE, NONE, NONE);

    @Test
    void showsTheSpaceFirstWhereSomethingOpens() {
        SpaceDoors annex = at(1, 7, NOTHING);
        SpaceDoors house = at(2, 7, closed("Room 4"));
        SpaceDoors north = at(3, 7, open("Gate"));
        assertThat(SpaceDoors.inOrder(List.of(annex, house, north))).containsExactly(north, house, annex);
    }

    @Test
    void saysOnceWhatIsSoOfBothCustomersWhoAreOnePerson() {
        SpaceDoors her = at(1, 7, open("Gate"));
        SpaceDoors hersToo = at(1, 8, open("Gate"));
        SpaceDoors withNothing = at(1, 9, NOTHING);
        SpaceDoors herCompany = at(1, 10, closed("Gate"));
        assertThat(SpaceDoors.inOrder(List.of(her, hersToo, withNothing, herCompany)))
                .containsExactly(her, herCompany);
    }

    @Test
    void saysOnceWhatIsSoOfAllDoors() {
        DoorCard room = new DoorCard(
                List.of("Room 4"),
                State.WITHHELD,
                "On hold",
                List.of("Because you booked Room 4.", "Your space has paused door changes."),
                Optional.empty(),
                Optional.empty());
        assertThat(at(1, 7, NOTHING, "Your space has paused door changes.").linesOf(room))
                .containsExactly("Because you booked Room 4.");
        assertThat(at(1, 7, NOTHING).linesOf(room)).isEqualTo(room.lines());
    }

    private static DoorSections open(String door) {
        return new DoorSections(List.of(card(door, State.OPEN)), NONE, NONE, NONE, NONE);
    }

    private static DoorSections closed(String door) {
        return new DoorSections(NONE, NONE, NONE, NONE, List.of(card(door, State.ENDED)));
    }

    private static DoorCard card(String door, State state) {
        return new DoorCard(List.of(door), state, "", List.of(), Optional.empty(), Optional.empty());
    }

    private static SpaceDoors at(int space, long customer, DoorSections doors, String... troubles) {
        return new SpaceDoors(
                new SpaceId(new UUID(0, space)),
                new CustomerId(customer),
                "Ana Ruiz",
                "Harbour House",
                new ContactDetails("", "", ""),
                ZoneOffset.UTC,
                Language.EN,
                doors,
                List.of(),
                Optional.empty(),
                false,
                List.of(troubles),
                Optional.empty(),
                List.of());
    }
}
