package app.latchkey.nexudus;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Nexudus's Custom ACS: Nexudus asks which access groups there are, keeps for itself which item earns which, and says of each customer all
 * groups that he belongs in. Opens its scopes by itself; calls nobody.
 */
@Service
public class CustomAcs {

    /** What a caller wants, each with a secret of its own. */
    public enum Call {
        ASK_FOR_GROUPS,
        PUSH
    }

    /** What became of a push. */
    public enum Taken {
        /** It is what is known of the customer now. */
        TAKEN,
        /** A later one is known. */
        OLDER
    }

    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final String SCHEME = "Bearer ";
    private static final String ACCOUNT = "Custom ACS";

    private final Scopes scopes;
    private final Spaces spaces;
    private final AcsRows addresses;
    private final OfferedGroups groups;
    private final PushReader reader;
    private final PushRows pushes;
    private final PushedReading reading;
    private final Connections connections;
    private final Clock clock;

    CustomAcs(
            Scopes scopes,
            Spaces spaces,
            AcsRows addresses,
            OfferedGroups groups,
            PushReader reader,
            PushRows pushes,
            PushedReading reading,
            Connections connections,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.addresses = addresses;
        this.groups = groups;
        this.reader = reader;
        this.pushes = pushes;
        this.reading = reading;
        this.connections = connections;
        this.clock = clock;
    }

    /** Makes an address with secrets, or others in the place of those that are there; they are never shown again. */
    public AcsSecrets renew(SpaceId space) {
        AcsSecrets secrets = new AcsSecrets(
                Secret.of(RandomText.ofBytes(SECRET_BYTES)), Secret.of(RandomText.ofBytes(SECRET_BYTES)));
        scopes.inSpace(space, () -> addresses.put(space, RandomText.ofBytes(ID_BYTES), secrets, clock.instant()));
        return secrets;
    }

    public Optional<AcsAddress> address(SpaceId space) {
        return scopes.inSpace(space, () -> addresses.find(space));
    }

    /** Whoever still calls is refused, and what was said of customers is forgotten. */
    public void close(SpaceId space) {
        scopes.inSpace(space, () -> {
            addresses.delete(space);
            groups.replace(Map.of());
            pushes.forgetAll();
        });
    }

    /**
     * The space whose Nexudus calls, if it is that: the right secret for this call, from the location that has called before, for a space that
     * Nexudus decides for.
     *
     * @param authorization the header as it came
     * @param business the location's unique id as the header names it, blank where it names none
     */
    public Optional<SpaceId> admit(String id, Call call, String authorization, String business) {
        Optional<AcsRows.Holder> holder = scopes.inSystem(() -> addresses.holding(id));
        byte[] shown = Hashes.of(withoutScheme(authorization));
        return holder.filter(known -> MessageDigest.isEqual(shown, call == Call.PUSH ? known.bearer() : known.token()))
                .filter(known -> isThere(known, business))
                .map(AcsRows.Holder::space)
                .filter(space -> scopes.inSpace(space, () -> spaces.get(space).decidedByNexudus()));
    }

    private static boolean isThere(AcsRows.Holder holder, String business) {
        return business.isBlank()
                || holder.business()
                        .filter(known -> !known.equalsIgnoreCase(business.strip()))
                        .isEmpty();
    }

    private static String withoutScheme(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : "";
    }

    /** Nexudus has asked, and may choose from these: no others, and all of them until it asks again. */
    public List<OfferedGroup> offer(SpaceId space, Map<AccessGroupId, String> names, String business) {
        return scopes.inSpace(space, () -> {
            groups.replace(names);
            addresses.asked(space, clock.instant());
            heard(space, business);
            return groups.all();
        });
    }

    public List<OfferedGroup> offered(SpaceId space) {
        return scopes.inSpace(space, groups::all);
    }

    /** @throws UnreadablePush also remembered, for the operator to see */
    public Push read(SpaceId space, byte[] body) throws UnreadablePush {
        Instant now = clock.instant();
        try {
            return reader.read(body, now);
        } catch (UnreadablePush unreadable) {
            scopes.inSpace(space, () -> addresses.unreadable(space, unreadable.words(), now));
            throw unreadable;
        }
    }

    /** Keeps what Nexudus said, unless it has said something later. */
    public Taken take(SpaceId space, Push push) {
        Instant now = clock.instant();
        return scopes.inSpace(space, () -> {
            addresses.pushed(space, now);
            heard(space, push.business().orElse(""));
            return pushes.put(push, now) ? Taken.TAKEN : Taken.OLDER;
        });
    }

    private void heard(SpaceId space, String business) {
        if (!business.isBlank()) {
            addresses.knows(space, business.strip());
        }
        connections.callsUs(space, Partner.NEXUDUS, ACCOUNT);
    }

    /** What Nexudus said that opens nothing or could not be understood, each in a sentence. */
    public List<String> faults(SpaceId space) {
        return scopes.inSpace(space, () -> reading.faults(space));
    }

    /** The operator has seen that something could not be understood. */
    public void settled(SpaceId space) {
        scopes.inSpace(space, () -> addresses.settled(space));
    }
}
