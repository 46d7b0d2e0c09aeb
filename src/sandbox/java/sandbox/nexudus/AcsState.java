package sandbox.nexudus;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a location has typed into its screen Custom ACS, and which of its items stands for which group there. */
final class AcsState implements Serializable {
    private static final long serialVersionUID = 1L;

    String groupsUrl = "";
    String token = "";
    String webhookUrl = "";
    String bearer = "";

    /** Names by id, as the groups were last asked for. */
    final Map<String, String> groups = new LinkedHashMap<>();

    /** Group ids by item, such as {@code TimePass-12}. */
    final Map<String, String> mapping = new LinkedHashMap<>();
}
