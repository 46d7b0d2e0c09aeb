package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every small world there is: nobody has to think of the odd one. */
class SmallWorldsTest {

    private enum Bought {
        NEVER,
        PAST,
        NOW,
        FUTURE
    }

    private enum Was {
        OUT,
        OURS,
        BY_HAND
    }

    private enum Linked {
        YES,
        AMBIGUOUS,
        NONE
    }

    private static final int DOORWAYS = Bought.values().length * Was.values().length;
    private static final int PERSONS = DOORWAYS * DOORWAYS * Linked.values().length;
    private static final List<NamedItem> ITEMS = List.of(ROOM_2, ROOM_4);
    private static final List<AccessGroupId> GROUPS = List.of(STREET, STUDIO);
    private static final Matches APART =
            new Matches(1, Map.of(ROOM_2.id(), Set.of(STREET), ROOM_4.id(), Set.of(STUDIO)));

    @Test
    void keepsEveryPromiseToOnePersonInEveryWorld() {
        for (int person = 0; person < PERSONS; person++) {
            Scene scene = scene();
            add(scene, 1, 1, person);
            Promises.hold(scene);
            Promises.losingAPurchaseNeverOpensADoor(scene);
        }
    }

    @Test
    void keepsEveryPromiseToThreePeople() {
        for (int world = 0; world < PERSONS * 30; world++) {
            Scene scene = scene();
            int spread = world / PERSONS;
            add(scene, 1, 1, world % PERSONS);
            add(scene, 2, 2, (world * 7 + spread * 13) % PERSONS);
            add(scene, 3, 3, (world * 31 + spread * 101) % PERSONS);
            Promises.hold(scene);
        }
    }

    @Test
    void keepsEveryPromiseToTwoCustomersWhoAreOneSaltoUser() {
        int linked = DOORWAYS * DOORWAYS;
        for (int world = 0; world < linked * linked; world++) {
            Scene scene = scene();
            add(scene, 1, 1, world % linked);
            add(scene, 2, 1, world / linked);
            Promises.hold(scene);
        }
    }

    private static Scene scene() {
        return Scene.at("2026-01-08T14:00:00Z").matches(APART);
    }

    private static void add(Scene scene, long customer, long user, int person) {
        CustomerId id = new CustomerId(customer);
        switch (Linked.values()[person / (DOORWAYS * DOORWAYS)]) {
            case YES -> scene.linked(id, user);
            case AMBIGUOUS -> scene.withheld(id, WithheldReason.TWO_CUSTOMERS_ONE_EMAIL);
            case NONE -> scene.toInvite(id);
        }
        addDoorway(scene, id, user, 0, person % DOORWAYS);
        addDoorway(scene, id, user, 1, person / DOORWAYS % DOORWAYS);
    }

    private static void addDoorway(Scene scene, CustomerId customer, long user, int which, int doorway) {
        long id = customer.value() * 10 + which;
        switch (Bought.values()[doorway % 4]) {
            case NEVER -> {}
            case PAST -> buy(scene, id, customer, which, "2026-01-07");
            case NOW -> buy(scene, id, customer, which, "2026-01-08");
            case FUTURE -> buy(scene, id, customer, which, "2026-01-09");
        }
        AccessGroupId group = GROUPS.get(which);
        switch (Was.values()[doorway / 4]) {
            case OUT -> {}
            case OURS -> scene.byHand(user, group).row(ours(customer, user, which));
            case BY_HAND -> scene.byHand(user, group);
        }
    }

    private static void buy(Scene scene, long id, CustomerId customer, int which, String day) {
        scene.buys(booking(id, customer, ITEMS.get(which), day + "T13:00:00Z", day + "T15:00:00Z"));
    }

    /** Put in by us for a booking that began yesterday and is not known to have ended. */
    private static LedgerRow ours(CustomerId customer, long user, int which) {
        Window window = between("2026-01-07T12:00:00Z", "2026-01-08T18:00:00Z");
        Because because = new Because.Booked(99, ITEMS.get(which), window);
        return new LedgerRow(
                Scene.in(user, GROUPS.get(which)),
                Ownership.OURS,
                List.of(new Entitlement(customer, GROUPS.get(which), window, because)));
    }
}
