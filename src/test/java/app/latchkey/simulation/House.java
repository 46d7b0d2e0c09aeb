package app.latchkey.simulation;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Space;
import app.latchkey.space.SpacesInMemory;
import app.latchkey.sync.run.EngineInMemory.ServedSpace;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A space of a story: its location and its site as they really are, its connections, and who looks on. */
final class House {

    static final List<String> NAMES = List.of("harbour", "loft", "quay");

    final World world;
    final Shown shown = new Shown();
    final Onlooker onlooker;
    private final Space space;
    private final Set<Partner> cutOff = EnumSet.noneOf(Partner.class);
    private @Nullable ServedSpace served;
    private @Nullable Happenings happenings;

    /** @param number 0 for the first space of a story */
    House(int number, int people, MovableClock clock, Clock node, Tale tale) {
        String name = NAMES.get(number);
        space = SpacesInMemory.aSpace(new SpaceId(new UUID(0xF, number + 1)), name, World.ZONE);
        world = new World(number, people, clock);
        onlooker = new Onlooker(world, node, shown::hides, tale);
    }

    void isServedBy(ServedSpace other) {
        served = other;
        onlooker.watches(other);
        happenings = new Happenings(world, other, onlooker);
        other.publish(world.matches(1, 0));
    }

    /** How it was at first. */
    Space space() {
        return space;
    }

    SpaceId id() {
        return space.id();
    }

    ServedSpace served() {
        return Objects.requireNonNull(served);
    }

    Happenings happenings() {
        return Objects.requireNonNull(happenings);
    }

    void isCutOff(Partner partner) {
        cutOff.add(partner);
    }

    /** Somebody has signed in again, and everything is looked at. */
    void isConnected() {
        if (!cutOff.isEmpty()) {
            cutOff.clear();
            served().again();
        }
    }

    /** @throws PartnerFailure NEEDS_SIGN_IN where the partner no longer accepts this space's tokens */
    void requireConnection(Partner partner) {
        if (cutOff.contains(partner)) {
            throw PartnerFailure.needsSignIn(partner, "Somebody has to sign in there again.");
        }
    }
}
