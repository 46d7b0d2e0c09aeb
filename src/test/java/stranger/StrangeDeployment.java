package stranger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a deployment sets whose partners are these: where they are, how it signs in, and what nobody knows. */
final class StrangeDeployment {

    private StrangeDeployment() {}

    static Map<String, String> settings(StrangeSalto salto, StrangeNexudus nexudus) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("latchkey.salto.api-url", salto.url());
        settings.put("latchkey.salto.identity-url", salto.url());
        settings.put("latchkey.salto.client-id", StrangeTokens.CLIENT);
        settings.put("latchkey.salto.client-secret", StrangeTokens.CLIENT_SECRET);
        settings.put("latchkey.salto.login", "password");
        settings.put("latchkey.salto.password-scope", "user_api.full_access offline_access");
        settings.put("latchkey.salto.versions", versions());
        settings.put("latchkey.salto.odata", "v4");
        settings.put("latchkey.salto.page-size", String.valueOf(StrangeList.MOST));
        settings.put("latchkey.salto.continuation-parameter", StrangeEntries.PLACE);
        settings.put("latchkey.salto.existing-user-field", StrangeUsers.PERSON_FIELD);
        settings.put("latchkey.salto.tags", "off");
        settings.put("latchkey.nexudus.url", nexudus.url());
        settings.put("latchkey.nexudus.app-key", "");
        settings.put("latchkey.nexudus.app-secret", "");
        settings.put("latchkey.nexudus.page-size", String.valueOf(StrangeRecords.MOST));
        settings.put("latchkey.nexudus.pauses-path", StrangeNexudus.PAUSES);
        settings.put("latchkey.nexudus.teams-path", StrangeNexudus.TEAMS);
        settings.put("latchkey.nexudus.time-zones-path", StrangeNexudus.TIME_ZONES);
        settings.put("latchkey.nexudus.hook-secret-field", StrangeHooks.SECRET_FIELD);
        settings.put("latchkey.nexudus.acs-group-fields", StrangeAcs.ID_FIELD + "," + StrangeAcs.NAME_FIELD);
        return settings;
    }

    private static String versions() {
        return Stream.of(
                        "me",
                        "sites",
                        "roles",
                        "users",
                        "existing",
                        "search",
                        "keys",
                        "locks",
                        "groups",
                        "schedules",
                        "entries")
                .map(endpoint -> endpoint + "=" + StrangeSalto.VERSION)
                .collect(Collectors.joining(","));
    }
}
