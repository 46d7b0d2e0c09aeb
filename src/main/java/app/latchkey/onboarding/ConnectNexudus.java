package app.latchkey.onboarding;

import app.latchkey.audit.Audit;
import app.latchkey.connection.Connection;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.identity.SignedIn;
import app.latchkey.nexudus.AppInstalls;
import app.latchkey.nexudus.HookRefusals;
import app.latchkey.nexudus.Location;
import app.latchkey.nexudus.LocationZone;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.RefusedCalls;
import app.latchkey.nexudus.RightCheck;
import app.latchkey.nexudus.SecondWriter;
import app.latchkey.nexudus.TestMessage;
import app.latchkey.nexudus.WebhookState;
import app.latchkey.onboarding.Answers.Question;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Step 2: which Nexudus location, and may we read it. Whatever asks Nexudus throws {@link PartnerFailure}. */
@Service
public class ConnectNexudus {

    /** The zones of both sides; doors open at the wrong hour when they differ. */
    public record Zones(Optional<LocationZone> nexudus, Optional<ZoneId> salto) {
        /** Unknown zones do not differ: the page says that they could not be compared. */
        public boolean differ() {
            return comparable() && !agree();
        }

        public boolean agree() {
            return comparable() && nexudus.orElseThrow().fits(salto.orElseThrow());
        }

        /** Both as their systems name them. */
        public String named() {
            return nexudus.map(LocationZone::name).orElse("no time zone") + " "
                    + salto.map(ZoneId::getId).orElse("no time zone");
        }

        private boolean comparable() {
            return salto.isPresent()
                    && nexudus.filter(zone -> !zone.means().isEmpty()).isPresent();
        }
    }

    private final Nexudus nexudus;
    private final HookRefusals refusals;
    private final AppInstalls installs;
    private final SaltoKs salto;
    private final Connections connections;
    private final Answers answers;
    private final WaitForPartner waits;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Audit audit;

    ConnectNexudus(
            Nexudus nexudus,
            HookRefusals refusals,
            AppInstalls installs,
            SaltoKs salto,
            Connections connections,
            Answers answers,
            WaitForPartner waits,
            Scopes scopes,
            Spaces spaces,
            Audit audit) {
        this.nexudus = nexudus;
        this.refusals = refusals;
        this.installs = installs;
        this.salto = salto;
        this.connections = connections;
        this.answers = answers;
        this.waits = waits;
        this.scopes = scopes;
        this.spaces = spaces;
        this.audit = audit;
    }

    public Optional<Connection> connection(SpaceId space) {
        return connections.of(space, Partner.NEXUDUS);
    }

    /** The password is swapped for tokens and forgotten. */
    public void signIn(SpaceId space, String user, Secret password, Optional<String> code, SignedIn by) {
        nexudus.connect(space, user, password, code);
        audit.record(space, by.getName(), "Connected Nexudus", Map.of("user", user));
    }

    /** Whether this deployment has an app in Nexudus's marketplace. */
    public boolean offersApp() {
        return installs.isOffered();
    }

    /** What somebody has installed who may be asked for which space it is. */
    public Optional<AppInstalls.Waiting> installed(String id) {
        return installs.waiting(id);
    }

    /**
     * What was installed is for this space.
     *
     * @return false where it was used, or has waited too long
     */
    public boolean connectApp(SpaceId space, String id, SignedIn by) {
        Optional<AppInstalls.Waiting> app = installs.waiting(id);
        if (app.isEmpty() || !installs.connect(space, id)) {
            return false;
        }
        audit.record(
                space,
                by.getName(),
                "Connected Nexudus by its app",
                Map.of("at", app.get().location()));
        return true;
    }

    public List<Location> locations(SpaceId space) {
        return nexudus.locations(space);
    }

    /** The location's zone becomes the space's, until the doors' zone says more exactly which of its namesakes it is. */
    public void choose(SpaceId space, Location location, SignedIn by) {
        nexudus.choose(space, location.id());
        scopes.inSpace(space, () -> {
            location.zone().flatMap(LocationZone::usual).ifPresent(zone -> spaces.zone(space, zone));
            audit.record(space, by.getName(), "Chose the Nexudus location " + location.name());
        });
    }

    /** Calls each part of Nexudus once; {@code found} hears of each as soon as it is known. */
    public List<RightCheck> rights(SpaceId space, Consumer<RightCheck> found) {
        return nexudus.checkRights(space, found);
    }

    public Zones zones(SpaceId space, Location location) {
        Zones zones = new Zones(location.zone(), saltoZone(space));
        if (zones.agree()) {
            scopes.inSpace(space, () -> spaces.zone(space, zones.salto().orElseThrow()));
        }
        return zones;
    }

    /** None while Salto is not connected: one may go on with Nexudus meanwhile. */
    private Optional<ZoneId> saltoZone(SpaceId space) {
        return connections
                .of(space, Partner.SALTO)
                .filter(Connection::isUsable)
                .flatMap(Connection::place)
                .flatMap(place -> salto.site(space).zone());
    }

    /** Counts for these two zones: when one of them changes, it is asked again. */
    public void zonesAreMeantToDiffer(SpaceId space, Zones zones, String why, SignedIn by) {
        answers.keep(space, Question.ZONES_DIFFER, zones.named() + "\n" + why);
        audit.record(
                space,
                by.getName(),
                "Said that the time zones are meant to differ",
                Map.of("why", why, "zones", zones.named()));
    }

    /** Why the zones were said to differ, when it was said of these two. */
    public Optional<String> whyZonesDiffer(SpaceId space, Zones zones) {
        return answers.find(space, Question.ZONES_DIFFER)
                .filter(answer -> answer.startsWith(zones.named() + "\n"))
                .map(answer -> answer.substring(zones.named().length() + 1));
    }

    /** Somebody wants to go on without these rights. */
    public void goOnWithout(SpaceId space, List<RightCheck> missing, SignedIn by) {
        answers.keep(space, Question.WITHOUT_RIGHTS, roles(missing));
        audit.record(space, by.getName(), "Went on without rights in Nexudus", Map.of("rights", roles(missing)));
    }

    /** Whether somebody has said so of just these. */
    public boolean goesOnWithout(SpaceId space, List<RightCheck> missing) {
        return answers.find(space, Question.WITHOUT_RIGHTS)
                .filter(roles(missing)::equals)
                .isPresent();
    }

    private static String roles(List<RightCheck> rights) {
        return rights.stream().map(check -> check.right().role()).sorted().collect(Collectors.joining(" "));
    }

    /** Whether somebody waits for its end. */
    public boolean watchesForSecondWriter(SpaceId space) {
        return waits.forSecondWriter(space);
    }

    /** Whether a call to our webhooks comes in; waits up to 30 s. */
    public TestMessage testWebhooks(SpaceId space) {
        return nexudus.testWebhooks(space);
    }

    /** Calls to our webhooks that were refused lately, which our own test message does not show. */
    public Optional<RefusedCalls> refusedCalls(SpaceId space) {
        return refusals.lately(space);
    }

    /** The space begins in watch mode, and whoever says so is written to when Nexudus's own integration is off. */
    public void watchForSecondWriter(SpaceId space, SignedIn by) {
        answers.keep(space, Question.MODE, Mode.WATCH.name());
        waits.forSecondWriter(space, by);
    }

    public WebhookState webhooks(SpaceId space) {
        return nexudus.ensureWebhooks(space);
    }

    public SecondWriter secondWriter(SpaceId space) {
        return nexudus.secondWriter(space);
    }

    /** Answers the step to go on with: matching needs both partners, and one may have come here while Salto was away. */
    public SetupStep done(Space space) {
        boolean both = connections
                .of(space.id(), Partner.SALTO)
                .filter(Connection::isUsable)
                .flatMap(Connection::place)
                .isPresent();
        if (!both) {
            return SetupStep.SALTO;
        }
        scopes.inSpace(space.id(), () -> spaces.setupReached(space.id(), SetupStep.MATCH));
        return SetupStep.MATCH;
    }
}
