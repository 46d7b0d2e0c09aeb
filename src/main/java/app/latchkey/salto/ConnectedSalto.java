package app.latchkey.salto;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
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
import org.springframework.stereotype.Service;

/** Salto KS over its Connect API. */
@Service
class ConnectedSalto implements SaltoKs {

    private final Consent consent;
    private final SaltoTokens tokens;
    private final SaltoSites sites;
    private final SaltoGroups groups;
    private final SaltoUsers users;
    private final Invitations invitations;
    private final DoorEvents events;
    private final Connections connections;

    ConnectedSalto(
            Consent consent,
            SaltoTokens tokens,
            SaltoSites sites,
            SaltoGroups groups,
            SaltoUsers users,
            Invitations invitations,
            DoorEvents events,
            Connections connections) {
        this.consent = consent;
        this.tokens = tokens;
        this.sites = sites;
        this.groups = groups;
        this.users = users;
        this.invitations = invitations;
        this.events = events;
        this.connections = connections;
    }

    @Override
    public URI beginConsent(SpaceId space, AccountId account) {
        return consent.begin(space, account);
    }

    @Override
    public void signIn(SpaceId space, String user, Secret password) {
        connections.connected(space, Partner.SALTO, tokens.signIn(space, new KeptLogin(user, password)), user);
    }

    @Override
    public List<Site> sites(SpaceId space) {
        return sites.all(space);
    }

    @Override
    public void choose(SpaceId space, SiteId site) {
        connections.choose(space, Partner.SALTO, site.toString());
    }

    @Override
    public Site site(SpaceId space) {
        return sites.chosen(space);
    }

    @Override
    public Installation installation(SpaceId space) {
        return sites.installation(space);
    }

    @Override
    public List<AccessGroup> groups(SpaceId space) {
        return groups.all(space);
    }

    @Override
    public List<AccessGroupId> groupIds(SpaceId space) {
        return groups.ids(space);
    }

    @Override
    public AccessGroupId makeGroup(SpaceId space, String name) {
        return groups.make(space, name);
    }

    @Override
    public List<Lock> locks(SpaceId space) {
        return sites.locks(space);
    }

    @Override
    public void addDoor(SpaceId space, AccessGroupId group, LockId door) {
        groups.addDoor(space, group, door);
    }

    @Override
    public void openAlways(SpaceId space, AccessGroupId group) {
        groups.openAlways(space, group);
    }

    @Override
    public boolean mayReadEvents(SpaceId space) {
        return sites.mayReadEvents(space);
    }

    @Override
    public List<DoorEvent> doorEvents(SpaceId space, Instant since) {
        return events.since(space, since);
    }

    @Override
    public List<GroupMember> members(SpaceId space, AccessGroupId group) {
        return groups.members(space, group);
    }

    @Override
    public List<SaltoUser> users(SpaceId space) {
        return users.all(space);
    }

    @Override
    public Optional<SaltoUser> user(SpaceId space, SiteUserId user) {
        return users.find(space, user);
    }

    @Override
    public Optional<SaltoUser> userByEmail(SpaceId space, EmailAddress email) {
        return users.byEmail(space, email);
    }

    @Override
    public Invited invite(SpaceId space, NewSaltoUser user) {
        return invitations.invite(space, user);
    }

    @Override
    public void add(SpaceId space, AccessGroupId group, PlatformUserId user) {
        groups.add(space, group, user);
    }

    @Override
    public void remove(SpaceId space, AccessGroupId group, PlatformUserId user) {
        groups.remove(space, group, user);
    }

    @Override
    public void subscribe(SpaceId space, SiteUserId user) {
        users.seat(space, user, "subscribed");
    }

    @Override
    public void suspend(SpaceId space, SiteUserId user) {
        users.seat(space, user, "suspended");
    }
}
