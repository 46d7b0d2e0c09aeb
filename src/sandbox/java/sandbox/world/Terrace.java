package sandbox.world;

import java.time.Clock;
import java.util.List;
import sandbox.nexudus.NexudusBuilder;
import sandbox.nexudus.NexudusState;
import sandbox.salto.SaltoBuilder;
import sandbox.salto.SaltoState;

/**
 * Further houses of the company of {@link PreparedWorld}, all alike: each a Salto site and a Nexudus location of one name, with a pass, a room,
 * and an access group for either. Nobody is there yet.
 */
public final class Terrace {
    public static final String MEMBERS = "Members";
    public static final String ROOM = "Room";
    private static final int SEATS = 1_000_000;

    private Terrace() {}

    /** What both partners call the house with this number, from 1. */
    public static String house(int number) {
        return "House " + number;
    }

    public static String pass(int number) {
        return "Pass of house " + number;
    }

    public static String room(int number) {
        return "Room of house " + number;
    }

    /** The house's own Nexudus user, who sees no other house. */
    public static String integration(int number) {
        return "doors@house" + number + ".example";
    }

    /** Adds the houses 1 to {@code houses} to the prepared world. */
    public static void fill(SaltoState salto, NexudusState nexudus, Clock clock, int houses) {
        for (int number = 1; number <= houses; number++) {
            build(new SaltoBuilder(salto), number);
            build(new NexudusBuilder(nexudus, clock), number);
        }
    }

    private static void build(SaltoBuilder salto, int number) {
        String site = salto.site("PT13%08d".formatted(number), house(number), PreparedWorld.LISBON, SEATS);
        salto.role(PreparedWorld.ANA, site, "site_owner");
        String door = salto.lock(site, "Front door");
        salto.group(site, MEMBERS, door);
        salto.group(site, ROOM, door, salto.lock(site, "Room"));
    }

    private static void build(NexudusBuilder nexudus, int number) {
        long location = nexudus.location(house(number), "house" + number, PreparedWorld.LISBON, "GMT Standard Time");
        nexudus.userOf(integration(number), PreparedWorld.PASSWORD, location);
        nexudus.pass(location, pass(number), 120, null, List.of(location));
        nexudus.room(location, room(number), 8);
        nexudus.plan(location, "Resident of house " + number, 300);
    }
}
