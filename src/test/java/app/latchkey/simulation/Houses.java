package app.latchkey.simulation;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Space;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** The spaces of a story, and whose turn it is: nobody else's rows and nobody else's partners are touched meanwhile. */
final class Houses {

    private final List<House> all;
    private final Tale tale;
    private final Deque<House> turns = new ArrayDeque<>();

    Houses(Story story, MovableClock clock, Clock node, Tale tale) {
        this.tale = tale;
        this.all = IntStream.range(0, story.spaces())
                .mapToObj(number -> new House(number, story.people(), clock, node, tale))
                .toList();
    }

    List<House> all() {
        return all;
    }

    List<Space> spaces() {
        return all.stream().map(House::space).toList();
    }

    House number(int which) {
        return all.get(Math.floorMod(which, all.size()));
    }

    List<House> besides(House house) {
        return all.stream().filter(other -> other != house).toList();
    }

    /** Whose turn it is now; the first where it is nobody's. */
    House now() {
        return turns.isEmpty() ? all.getFirst() : turns.getFirst();
    }

    void turn(House house, Runnable work) {
        turns.push(house);
        try {
            work.run();
        } finally {
            turns.pop();
        }
    }

    /** Rows of a space have changed. */
    void changed(SpaceId space) {
        if (isElsewhere(space)) {
            tale.breaks("changes what another space has stored");
        }
    }

    /**
     * The space on whose behalf a partner is spoken to.
     *
     * @throws PartnerFailure NEEDS_SIGN_IN where its connection is dead
     */
    House asked(SpaceId space, Partner partner) {
        if (isElsewhere(space)) {
            tale.breaks("speaks with " + partner.title() + " on behalf of another space");
        }
        House house =
                all.stream().filter(each -> each.id().equals(space)).findFirst().orElseThrow();
        house.requireConnection(partner);
        return house;
    }

    private boolean isElsewhere(SpaceId space) {
        return turns.isEmpty() || !turns.getFirst().id().equals(space);
    }
}
