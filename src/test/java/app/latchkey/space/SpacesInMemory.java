package app.latchkey.space;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Memory;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Spaces and their scopes without a database. */
public final class SpacesInMemory {

    private final Scopes scopes;
    private final Kept spaces;
    private final Nowhere directory;

    public SpacesInMemory(Memory memory, Clock clock, Collection<Space> spaces) {
        this.scopes = scopes(memory);
        this.spaces = new Kept(clock, spaces);
        this.directory = new Nowhere(scopes, this.spaces);
    }

    /** Set up, in full mode, by the usual rules. */
    public static Space aSpace(SpaceId id, String name, ZoneId zone) {
        return new Space(
                id,
                name,
                name,
                zone,
                Decider.LATCHKEY,
                SetupStep.DONE,
                Mode.FULL,
                null,
                null,
                null,
                SpaceRules.defaults(),
                new Passport(false, false),
                new ContactDetails("", "", ""));
    }

    /** Scopes alone, for rows that need no spaces. */
    public static Scopes scopes(Memory memory) {
        return new Scopes(memory);
    }

    /** Whose rows a statement sees; empty where it is the machine's own. */
    public static Optional<SpaceId> inScope() {
        return Scopes.current() instanceof Scope.OfSpace(SpaceId space) ? Optional.of(space) : Optional.empty();
    }

    public Scopes scopes() {
        return scopes;
    }

    public Spaces spaces() {
        return spaces;
    }

    /** Nobody opens one. */
    public Gaps gaps() {
        return new Gaps(Memory.noDatabase());
    }

    public MemberDirectory directory() {
        return directory;
    }

    /** Somebody of the team changes how a space is run. */
    public void change(SpaceId space, UnaryOperator<Space> change) {
        spaces.byId.computeIfPresent(space, (_, now) -> change.apply(now));
    }

    private static final class Kept extends Spaces {
        private final Map<SpaceId, Space> byId = new HashMap<>();

        Kept(Clock clock, Collection<Space> spaces) {
            super(Memory.noDatabase(), clock);
            spaces.forEach(space -> byId.put(space.id(), space));
        }

        @Override
        public Optional<Space> find(SpaceId id) {
            boolean visible = inScope().filter(own -> !own.equals(id)).isEmpty();
            return visible ? Optional.ofNullable(byId.get(id)) : Optional.empty();
        }
    }

    /** Nobody signs in here. */
    private static final class Nowhere extends MemberDirectory {
        Nowhere(Scopes scopes, Spaces spaces) {
            super(scopes, spaces, Memory.noDatabase());
        }

        @Override
        public void replace(SpaceId space, Map<CustomerId, EmailAddress> addresses) {}

        @Override
        public void put(SpaceId space, CustomerId customer, Optional<EmailAddress> address) {}
    }
}
