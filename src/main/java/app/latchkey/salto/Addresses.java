package app.latchkey.salto;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where things lie in the Connect API: every path carries the version of its endpoint. */
@Component
class Addresses {

    private final Connections connections;
    private final Map<Endpoint, String> versions;

    Addresses(Connections connections, LatchkeySettings settings) {
        this.connections = connections;
        this.versions = versions(settings.assumed(Assumption.SALTO_VERSIONS));
    }

    private static Map<Endpoint, String> versions(String others) {
        Map<Endpoint, String> versions = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            versions.put(endpoint, endpoint.version());
            for (String other : others.split(",", -1)) {
                String[] pair = other.strip().split("=", 2);
                if (pair[0].equals(endpoint.word())) {
                    versions.put(endpoint, pair[1]);
                }
            }
        }
        return versions;
    }

    String of(Endpoint endpoint, String path) {
        return "/" + versions.get(endpoint) + path;
    }

    /** Within the chosen site. */
    String ofSite(SpaceId space, Endpoint endpoint, String path) {
        return of(endpoint, "/sites/" + site(space) + path);
    }

    String ofGroup(SpaceId space, Endpoint endpoint, AccessGroupId group, String path) {
        return ofSite(space, endpoint, "/access_groups/" + group + path);
    }

    /** @throws PartnerFailure NEEDS_SIGN_IN when none was chosen, or the connection is gone with it */
    String site(SpaceId space) {
        return connections
                .place(space, Partner.SALTO)
                .orElseThrow(() -> PartnerFailure.needsSignIn(
                        Partner.SALTO, "No Salto KS site has been chosen for this space yet."));
    }
}
