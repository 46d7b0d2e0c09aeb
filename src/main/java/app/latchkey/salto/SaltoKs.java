package app.latchkey.salto;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Salto KS for one space at a time. Every method calls Salto over HTTP, so none is called within a scope; every method throws
 * {@link PartnerFailure} when Salto does not do it.
 */
public interface SaltoKs {

    /** Where to send the browser of {@code account} so that somebody of the space allows us. Good for ten minutes, once. */
    URI beginConsent(SpaceId space, AccountId account);

    /**
     * Connects with a site administrator made for Latchkey, without a browser. The login is kept sealed, because Salto gives such a login no
     * refresh token.
     *
     * @throws PartnerFailure WRONG_LOGIN, or MISCONFIGURED where Salto has not enabled this way for the deployment's client
     */
    void signIn(SpaceId space, String user, Secret password);

    /** All sites that the connected account can see, also those that cannot be used, with the reason. */
    List<Site> sites(SpaceId space);

    void choose(SpaceId space, SiteId site);

    /** The chosen site as it is now. */
    Site site(SpaceId space);

    /** What the chosen site is equipped with, as far as Salto shows it. */
    Installation installation(SpaceId space);

    /** The site's access groups with their schedules and locks. */
    List<AccessGroup> groups(SpaceId space);

    /** Only the ids of the access groups: one request where {@link #groups} needs two for each group. */
    List<AccessGroupId> groupIds(SpaceId space);

    /**
     * Makes an access group that counts around the clock and holds no door: only somebody of the space knows which it is to open.
     *
     * @throws PartnerFailure RIGHT_MISSING when the connected account may not
     */
    AccessGroupId makeGroup(SpaceId space, String name);

    /** All locks of the site, whichever groups they are in. */
    List<Lock> locks(SpaceId space);

    /**
     * From now on the group opens this door too.
     *
     * @throws PartnerFailure RIGHT_MISSING when the connected account may not
     */
    void addDoor(SpaceId space, AccessGroupId group, LockId door);

    /** Gives a group without a schedule one that covers every day around the clock. */
    void openAlways(SpaceId space, AccessGroupId group);

    /** Whether the account may read what happens at the doors: found out by asking. */
    boolean mayReadEvents(SpaceId space);

    /** What happened at the doors since then, oldest first; events are answered again as long as Salto keeps them. */
    List<DoorEvent> doorEvents(SpaceId space, Instant since);

    List<GroupMember> members(SpaceId space, AccessGroupId group);

    List<SaltoUser> users(SpaceId space);

    Optional<SaltoUser> user(SpaceId space, SiteUserId user);

    Optional<SaltoUser> userByEmail(SpaceId space, EmailAddress email);

    /**
     * Makes the user, or finds the one of exactly this address who is there already: on this site, or on Salto's platform through another site,
     * from which he comes to this one. When all seats are taken Salto answers as if all were well: look at {@link SaltoUser#subscribed()}.
     *
     * @throws PartnerFailure BY_HAND_FIRST for the address of an administrator, and when Salto makes nobody and knows nobody by it
     */
    Invited invite(SpaceId space, NewSaltoUser user);

    /** Somebody who is in the group already is fine. NOT_READY for somebody made a moment ago: try again in seconds. */
    void add(SpaceId space, AccessGroupId group, PlatformUserId user);

    /** Somebody who is not in the group is fine. */
    void remove(SpaceId space, AccessGroupId group, PlatformUserId user);

    /** Gives the user a seat. Without a free one Salto says nothing: read the user again to know. */
    void subscribe(SpaceId space, SiteUserId user);

    /** Takes the user's seat away; groups stay. */
    void suspend(SpaceId space, SiteUserId user);
}
