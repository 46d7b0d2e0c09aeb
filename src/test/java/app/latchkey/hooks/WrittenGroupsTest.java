package app.latchkey.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.nexudus.OfferedGroup;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.space.Assumption;
import app.latchkey.space.TestSpaces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WrittenGroupsTest {

    private static final AccessGroupId ROOM_4 = new AccessGroupId(new UUID(4, 4));

    private static Map<String, String> written(Map<String, Object> settings) {
        return new WrittenGroups(TestSpaces.settings("", settings))
                .of(List.of(new OfferedGroup(ROOM_4, "Room 4", 0)))
                .getFirst();
    }

    @Test
    @Fact(
            value = "B6.2",
            sure = Sure.UNKNOWN,
            says = "What Nexudus's Custom ACS calls an access group's id and its name",
            setting = Assumption.NEXUDUS_ACS_GROUP_FIELDS)
    void namesAGroupAsTheDeploymentSays() {
        String setting = Assumption.NEXUDUS_ACS_GROUP_FIELDS.property();
        assertThat(written(Map.of())).isEqualTo(Map.of("id", ROOM_4.toString(), "name", "Room 4"));
        assertThat(written(Map.of(setting, "groupId, title")))
                .isEqualTo(Map.of("groupId", ROOM_4.toString(), "title", "Room 4"));
    }
}
