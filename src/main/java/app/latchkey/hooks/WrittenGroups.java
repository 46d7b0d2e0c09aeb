package app.latchkey.hooks;

import app.latchkey.nexudus.OfferedGroup;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Access groups as Nexudus's Custom ACS reads them. A group's id is Salto's own, so that a mapping that outlives a set-up names the same doors or
 * none.
 */
@Component
class WrittenGroups {

    private final String id;
    private final String name;

    WrittenGroups(LatchkeySettings settings) {
        String[] fields = settings.assumed(Assumption.NEXUDUS_ACS_GROUP_FIELDS).split(",", 2);
        id = fields[0].strip();
        name = fields[1].strip();
    }

    List<Map<String, String>> of(List<OfferedGroup> groups) {
        return groups.stream()
                .map(group -> Map.of(id, group.id().toString(), name, group.name()))
                .toList();
    }
}
