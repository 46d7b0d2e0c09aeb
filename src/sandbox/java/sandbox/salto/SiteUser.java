package sandbox.salto;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;

/** A person on one site. {@code id} is the site user id, another one than the person's. */
final class SiteUser implements Serializable {
    private static final long serialVersionUID = 1L;
    final String id;
    final Person person;
    final List<String> roleIds = new ArrayList<>();
    String alias = "";
    boolean blocked;
    boolean subscribed = true;
    boolean usePin;
    boolean remoteAccess;

    /** For opening from afar; null until somebody began to set them up. */
    @Nullable
    OneTimeCodes codes;

    @Nullable
    String pin;

    @Nullable
    String pinExpiry;

    @Nullable
    Instant expiresAt;

    Instant readyAt = Instant.MIN;

    @Nullable
    Instant deletedAt;

    SiteUser(String id, Person person) {
        this.id = id;
        this.person = person;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /** Whether Salto has caught up with the creation of this user. */
    boolean isReady(Instant now) {
        return !now.isBefore(readyAt);
    }

    /** @param byPhone whether this user may open by phone, given the app */
    boolean hasCredential(boolean byPhone) {
        return (byPhone && person.hasProfile) || person.tagNumber != null || (usePin && pin != null);
    }

    Fields toFields(Site site, Instant now) {
        List<Fields> roles = isReady(now)
                ? roleIds.stream().map(role -> site.role(role).toFields()).toList()
                : List.of();
        return Fields.of(
                        "id", id,
                        "user", person.toFields(),
                        "roles", roles,
                        "alias", alias,
                        "blocked", blocked,
                        "subscription_state", subscribed && site.subscriptionValid ? "subscribed" : "suspended",
                        "use_pin", usePin,
                        "remote_access", remoteAccess,
                        "toggle_easy_office_mode", false,
                        "toggle_manual_office_mode", false,
                        "override_privacy_mode", false)
                .with("tag_owned_by_this_site", person.tagNumber != null && site.tags.containsKey(person.tagNumber))
                .with("data_removal_expires_at", null)
                .with("expires_at", expiresAt);
    }
}
