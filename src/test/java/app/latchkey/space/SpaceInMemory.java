package app.latchkey.space;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Memory;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A space and its scopes without a database. */
public final class SpaceInMemory {

    private final Scopes scopes;
    private final OneSpace spaces;
    private final Nowhere directory;

    public SpaceInMemory(Memory memory, Clock clock, Space space) {
        this.scopes = new Scopes(memory);
        this.spaces = new OneSpace(clock, space);
        this.directory = new Nowhere(scopes, spaces);
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

    /** Somebody of the team changes how the space is run. */
    public void change(UnaryOperator<Space> change) {
        spaces.only = change.apply(spaces.only);
    }

    private static final class OneSpace extends Spaces {
        private Space only;

        OneSpace(Clock clock, Space only) {
            super(Memory.noDatabase(), clock);
            this.only = only;
        }

        @Override
        public Optional<Space> find(SpaceId id) {
            Scopes.current();
            return Optional.of(only).filter(space -> space.id().equals(id));
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
