package app.latchkey.salto;

import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A person on a site. Salto knows them by two ids: the site user is subscribed and blocked, the platform user is put into groups.
 *
 * @param hasProfile has accepted the invitation, so the app can open
 * @param subscribed has a seat; without one no door opens, however many groups
 * @param expiresAt from when on no door opens; the seat stays taken
 * @param roles codes such as {@code site_admin}; empty for up to a minute after creation
 */
public record SaltoUser(
        SiteUserId siteUser,
        PlatformUserId platformUser,
        String name,
        Optional<EmailAddress> email,
        boolean hasProfile,
        boolean blocked,
        boolean subscribed,
        Set<String> roles,
        Optional<String> tagNumber,
        boolean usesPin,
        Optional<Instant> expiresAt) {

    private static final Set<String> PRIVILEGED = Set.of("site_owner", "site_admin", "site_super_user");

    public SaltoUser {
        roles = Set.copyOf(roles);
    }

    /** The same after it was suspended. */
    public SaltoUser withoutSeat() {
        return new SaltoUser(
                siteUser, platformUser, name, email, hasProfile, blocked, false, roles, tagNumber, usesPin, expiresAt);
    }

    /** Since when no door opens because the time is over. */
    public Optional<Instant> expired(Instant now) {
        return expiresAt.filter(at -> !at.isAfter(now));
    }

    /** Administrators and owners are never linked by themselves and never touched. */
    public boolean isPrivileged() {
        return roles.stream().anyMatch(PRIVILEGED::contains);
    }
}
