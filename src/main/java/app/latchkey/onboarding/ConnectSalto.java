package app.latchkey.onboarding;

import app.latchkey.audit.Audit;
import app.latchkey.connection.Connection;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.identity.SignedIn;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.EventStream;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoLogins;
import app.latchkey.salto.Site;
import app.latchkey.salto.StreamState;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Step 1: which Salto site, and is it fit. Whatever asks Salto throws {@link PartnerFailure} and is not for a page's own thread. */
@Service
public class ConnectSalto {

    /** The chosen site and what was found there. */
    public record Chosen(Site site, List<Check> checks, boolean hasGroups) {
        public Chosen {
            checks = List.copyOf(checks);
        }
    }

    private final SaltoKs salto;
    private final EventStream streams;
    private final Connections connections;
    private final SiteUses uses;
    private final Scopes scopes;
    private final Spaces spaces;
    private final SaltoLogins logins;
    private final Audit audit;

    ConnectSalto(
            SaltoKs salto,
            EventStream streams,
            Connections connections,
            SiteUses uses,
            Scopes scopes,
            Spaces spaces,
            SaltoLogins logins,
            Audit audit) {
        this.salto = salto;
        this.streams = streams;
        this.connections = connections;
        this.uses = uses;
        this.scopes = scopes;
        this.spaces = spaces;
        this.logins = logins;
        this.audit = audit;
    }

    public Optional<Connection> connection(SpaceId space) {
        return connections.of(space, Partner.SALTO);
    }

    /** Whether somebody of the space may allow us at a browser. */
    public boolean offersConsent() {
        return logins.offerConsent();
    }

    /** Where to send the browser. */
    public URI consent(SpaceId space, SignedIn by) {
        return salto.beginConsent(space, by.account());
    }

    /** Whether a login made for Latchkey may be used instead. */
    public boolean offersLogin() {
        return logins.offerPassword();
    }

    /** Connects with such a login. */
    public void signIn(SpaceId space, String user, Secret password, SignedIn by) {
        salto.signIn(space, user, password);
        audit.record(space, by.getName(), "Connected Salto", Map.of("user", user));
    }

    public List<Site> sites(SpaceId space) {
        return salto.sites(space);
    }

    /** Empty, and nothing chosen, when another operator uses the site. */
    public Optional<Chosen> choose(SpaceId space, Site site, SignedIn by) {
        if (!uses.take(space, site.id())) {
            return Optional.empty();
        }
        salto.choose(space, site.id());
        audit.record(space, by.getName(), "Chose the Salto site " + site.name());
        return Optional.of(look(space, site));
    }

    /** Looks at the site again, for real. */
    public Chosen look(SpaceId space, Site site) {
        List<AccessGroup> groups = salto.groups(space);
        Optional<StreamState> stream = streams.isOffered() ? Optional.of(streams.look(space)) : Optional.empty();
        List<Check> checks =
                SaltoChecks.of(site, groups, salto.installation(space), salto.mayReadEvents(space), stream);
        return new Chosen(site, checks, !groups.isEmpty());
    }

    /** The viewer's other spaces that use the same site: fine, because each access group belongs to one of them. */
    public List<String> alsoUsedBy(SpaceId space, SiteId site, SignedIn viewer) {
        return scopes.call(viewer.scope(), () -> spaces.ownedBy(viewer.account())).stream()
                .filter(other -> !other.id().equals(space))
                .filter(other -> connections
                        .place(other.id(), Partner.SALTO)
                        .filter(site.toString()::equals)
                        .isPresent())
                .map(Space::name)
                .toList();
    }

    /** Answers the step to go on with; Nexudus may have been connected while Salto was away. */
    public SetupStep done(Space space) {
        boolean both = connections.place(space.id(), Partner.NEXUDUS).isPresent();
        scopes.inSpace(space.id(), () -> spaces.setupReached(space.id(), SetupStep.NEXUDUS));
        return both && !space.setup().isBefore(SetupStep.MATCH) ? SetupStep.MATCH : SetupStep.NEXUDUS;
    }
}
