package app.latchkey.salto;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import java.util.Optional;
import java.util.Set;

/**
 * What Salto users open with. Every method but {@link #takesTags} calls Salto over HTTP, so none is called within a scope; every one throws
 * {@link PartnerFailure} when Salto does not do it.
 */
public interface Credentials {

    /** Which keys a user has. */
    Keys keys(SpaceId space, SiteUserId user);

    /** Whether the deployment says that Salto gives and takes tags over its API, which nobody has written down. */
    boolean takesTags();

    /** The tag of this number, where it is registered on the site. */
    Optional<Tag> tag(SpaceId space, String number);

    /** Who has the tag of this number, on this site or on another. */
    Set<PlatformUserId> holders(SpaceId space, String number);

    /** Whether it worked, {@link SaltoKs#user} and {@link #holders} say. */
    void give(SpaceId space, SiteUserId user, Tag tag);

    /** Takes whichever tag the user has. Whether it worked, {@link SaltoKs#user} and {@link #holders} say. */
    void take(SpaceId space, SiteUserId user);

    /** Whether the site has PINs switched on, and a lock that takes one. */
    boolean takesPins(SpaceId space);

    /** Lets the user have a PIN; without that {@link #newPin} is refused. Whether it worked, {@link SaltoKs#user} says. */
    void allowPin(SpaceId space, SiteUserId user);

    /**
     * Makes a PIN, which ends the one before; nobody chooses it, and nobody sees it again. Sent once: after SILENT or UNREADABLE nobody knows whether
     * it was made.
     */
    Secret newPin(SpaceId space, SiteUserId user);
}
