package app.latchkey.matching;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.matching.MatchFlag.NarrowerSchedule;
import app.latchkey.matching.MatchFlag.NoDoors;
import app.latchkey.matching.MatchFlag.NoSchedule;
import app.latchkey.matching.MatchFlag.Taken;
import app.latchkey.matching.Suggestion.Sureness;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private final Map<String, MatchableGroup> groups = new LinkedHashMap<>();

    SuggestionsTest() {
        group("Flex members", "Front door", "Open space");
        group("Room 1 - ground floor", "Front door", "Room 1");
        group("Room 2", "Front door", "Room 2");
        group("Room 4 - 2nd floor", "Front door", "Lift lobby 2F", "Room 4 (2nd floor)");
        group("Podcast", "Front door", "Podcast booth");
        group("Office 12", "Front door", "Lift lobby 3F", "Office 12");
        group("Off. 14 (3rd floor)", "Front door", "Lift lobby 3F", "Office 14");
        group("Evening 18-22", "Front door", "Open space");
        group("House team", "Front door", "Room 1", "Room 2", "Room 4 (2nd floor)", "Office 12", "Office 14");
    }

    @Test
    void ticksWhatNamesSayClearly() {
        assertThat(safe(ItemId.resource(4), "Meeting Room 4")).contains("Room 4 - 2nd floor");
        assertThat(safe(ItemId.resource(2), "Meeting Room 2")).contains("Room 2");
        assertThat(safe(ItemId.office(12), "Office 12")).contains("Office 12");
        assertThat(safe(ItemId.office(14), "OFFICE 014")).contains("Off. 14 (3rd floor)");
        assertThat(safe(ItemId.pass(1), "Fléx pass")).contains("Flex members");
        assertThat(safe(ItemId.pass(2), "Evening pass")).contains("Evening 18-22");
    }

    @Test
    void aFloorIsNoRoomNumber() {
        assertThat(safe(ItemId.office(3), "Office 3")).isEmpty();
        assertThat(suggest(ItemId.resource(3), "Room 3").sureness()).isEqualTo(Sureness.NONE);
    }

    @Test
    void aWordMayStandTwiceInAName() {
        group("Studio 7 - the studio", "Studio 7");
        assertThat(safe(ItemId.resource(7), "Studio 7, studio with a piano and a view of a yard"))
                .contains("Studio 7 - the studio");
    }

    @Test
    void anOfficeIsNotARoomOfTheSameNumber() {
        assertThat(safe(ItemId.office(2), "Office 2")).isEmpty();
    }

    @Test
    void saysThatTwoCouldFit() {
        group("Podcast", "Podcast booth");

        Suggestion suggestion = suggest(ItemId.resource(9), "Podcast booth");

        assertThat(suggestion.sureness()).isEqualTo(Sureness.UNSURE);
        assertThat(suggestion.candidates()).hasSize(2);
    }

    @Test
    void holdersAloneNeverTickAnything() {
        EmailAddress noor = new EmailAddress("noor@tidal.example");
        AccessGroupId quay = id("Desks Quay side");
        groups.put(
                "Desks Quay side",
                new MatchableGroup(quay, "Desks Quay side", true, true, List.of("Quay"), Set.of(noor)));

        Suggestion suggestion = Suggestions.of(
                        List.of(new MatchableItem(ItemId.desk(1), "Desk Q1", Set.of(noor))), groups.values(), Set.of())
                .getFirst();

        assertThat(suggestion.sureness()).isEqualTo(Sureness.LIKELY);
        assertThat(suggestion.candidates().getFirst().evidence()).containsExactly(new Evidence.HoldersInside(1, 1));
        assertThat(suggestion.safe()).isEmpty();
    }

    @Test
    void neverProposesAGroupOfAnotherSpace() {
        Suggestion suggestion = Suggestions.of(
                        List.of(new MatchableItem(ItemId.resource(2), "Meeting Room 2", Set.of())),
                        groups.values(),
                        Set.of(id("Room 2")))
                .getFirst();

        assertThat(suggestion.candidates())
                .noneMatch(candidate -> candidate.group().equals(id("Room 2")));
    }

    @Test
    void doesNotTickAGroupThatOpensNothing() {
        groups.put(
                "Bike store",
                new MatchableGroup(id("Bike store"), "Bike store", false, false, List.of("Bike"), Set.of()));

        Suggestion suggestion = suggest(ItemId.resource(5), "Bike store");

        assertThat(suggestion.best()).contains(id("Bike store"));
        assertThat(suggestion.safe()).isEmpty();
    }

    @Case(39)
    @Test
    void flagsWhatOpensNothingOrLessThanSold() {
        AccessGroupId group = id("any");
        SpaceId other = new SpaceId(new UUID(0, 9));
        MatchableGroup bare = new MatchableGroup(group, "any", false, false, List.of(), Set.of());
        MatchableGroup narrow = new MatchableGroup(group, "any", true, false, List.of("Door"), Set.of());

        assertThat(MatchLinter.flags(ItemId.pass(1), bare, Optional.of(other)))
                .containsExactly(new Taken(other), new NoSchedule(), new NoDoors());
        assertThat(MatchLinter.flags(ItemId.pass(1), narrow, Optional.empty())).containsExactly(new NarrowerSchedule());
        assertThat(MatchLinter.flags(ItemId.resource(1), narrow, Optional.empty()))
                .isEmpty();
    }

    private Optional<String> safe(ItemId item, String name) {
        return suggest(item, name)
                .safe()
                .flatMap(group -> groups.values().stream()
                        .filter(candidate -> candidate.id().equals(group))
                        .map(MatchableGroup::name)
                        .findFirst());
    }

    private Suggestion suggest(ItemId item, String name) {
        return Suggestions.of(List.of(new MatchableItem(item, name, Set.of())), groups.values(), Set.of())
                .getFirst();
    }

    private void group(String name, String... doors) {
        String key = groups.containsKey(name) ? name + " again" : name;
        groups.put(key, new MatchableGroup(id(key), name, true, true, List.of(doors), Set.of()));
    }

    private static AccessGroupId id(String name) {
        return new AccessGroupId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
