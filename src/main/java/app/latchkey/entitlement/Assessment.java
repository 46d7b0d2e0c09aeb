package app.latchkey.entitlement;

import java.util.List;

/** What purchases come to: entitlements in order, and the purchases that made no sense. */
public record Assessment(List<Entitlement> entitlements, List<Quarantined> quarantined) {

    public Assessment {
        entitlements = List.copyOf(entitlements);
        quarantined = List.copyOf(quarantined);
    }
}
