package app.latchkey.onboarding;

import app.latchkey.audit.Audit;
import app.latchkey.connection.Connection;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.identity.SignedIn;
import app.latchkey.nexudus.AcsAddress;
import app.latchkey.nexudus.AcsSecrets;
import app.latchkey.nexudus.CustomAcs;
import app.latchkey.nexudus.OfferedGroup;
import app.latchkey.nexudus.PushSilence;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Decider;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Sync;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Steps 2 and 3 where Nexudus decides: it is told where to call, and keeps the list of items and groups itself. */
@Service
public class ConnectCustomAcs {

    /**
     * What has come in so far.
     *
     * @param address none before the first secrets are made
     * @param faults what Nexudus said that opens nothing or could not be understood
     * @param silentSince as {@link PushSilence#since}
     */
    public record Standing(
            Optional<AcsAddress> address,
            List<OfferedGroup> groups,
            List<String> faults,
            Optional<Instant> silentSince) {

        /** Only who has the secrets asks. */
        public boolean hasAsked() {
            return address.flatMap(AcsAddress::askedAt).isPresent();
        }
    }

    private final CustomAcs acs;
    private final PushSilence silence;
    private final Connections connections;
    private final Snapshot seen;
    private final SaltoKs salto;
    private final Sync sync;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Audit audit;
    private final LatchkeySettings settings;

    ConnectCustomAcs(
            CustomAcs acs,
            PushSilence silence,
            Connections connections,
            Snapshot seen,
            SaltoKs salto,
            Sync sync,
            Scopes scopes,
            Spaces spaces,
            Audit audit,
            LatchkeySettings settings) {
        this.acs = acs;
        this.silence = silence;
        this.connections = connections;
        this.seen = seen;
        this.salto = salto;
        this.sync = sync;
        this.scopes = scopes;
        this.spaces = spaces;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * From now on this one works out what customers may open; what was read or said for the other is forgotten. Nothing happens to a space that
     * has begun.
     *
     * @return the space as it is then
     */
    public Space decide(SpaceId space, Decider decider, SignedIn by) {
        return scopes.inSpace(space, () -> {
            Space before = spaces.held(space);
            if (before.active() || before.decider() == decider) {
                return before;
            }
            spaces.decider(space, decider);
            seen.forgetWhatDecides();
            acs.close(space);
            connections.disconnect(space, Partner.NEXUDUS);
            audit.record(space, by.getName(), "Chose that %s decides".formatted(name(decider)));
            return spaces.get(space);
        });
    }

    private static String name(Decider decider) {
        return switch (decider) {
            case LATCHKEY -> "Latchkey";
            case NEXUDUS -> "Nexudus";
        };
    }

    public Standing standing(SpaceId space) {
        return new Standing(acs.address(space), acs.offered(space), acs.faults(space), silence.since(space));
    }

    /** Where Nexudus asks for the groups. */
    public String groupsEndpoint(AcsAddress address) {
        return address.groups(settings.publicUrl()).toString();
    }

    /** Where Nexudus says what a customer may open. */
    public String webhook(AcsAddress address) {
        return address.customers(settings.publicUrl()).toString();
    }

    /** Whether Nexudus takes our addresses. */
    public boolean isTaken() {
        return AcsAddress.isTakenAt(settings.publicUrl());
    }

    /** Other addresses and secrets than before: Nexudus is refused until it has them. */
    public AcsSecrets renew(SpaceId space, SignedIn by) {
        AcsSecrets secrets = acs.renew(space);
        audit.record(space, by.getName(), "Made new secrets for Nexudus's Custom ACS");
        return secrets;
    }

    public void settled(SpaceId space) {
        acs.settled(space);
    }

    /**
     * Answers the step to go on with. Nexudus does not say where it is: the doors' time zone is the space's.
     *
     * @throws PartnerFailure when Salto does not say which that is
     */
    public SetupStep done(SpaceId space) {
        boolean both = connections
                .of(space, Partner.SALTO)
                .filter(Connection::isUsable)
                .flatMap(Connection::place)
                .isPresent();
        if (!both) {
            return SetupStep.SALTO;
        }
        Optional<ZoneId> zone = salto.site(space).zone();
        scopes.inSpace(space, () -> {
            zone.ifPresent(known -> spaces.zone(space, known));
            spaces.setupReached(space, SetupStep.MATCH);
        });
        return SetupStep.MATCH;
    }

    /** Nothing is matched here: the review begins. */
    public void goOn(SpaceId space) {
        scopes.inSpace(space, () -> spaces.setupReached(space, SetupStep.REVIEW));
        sync.startReview(space);
    }
}
