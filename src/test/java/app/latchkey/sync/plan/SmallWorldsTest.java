package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every small world there is: nobody has to think of the odd one. Fewer with {@code -Dworlds.every=}: a step that 2 and 3 do not divide. */
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

    private static final int EVERY = RandomWorlds.EVERY;
    private static final int DOORWAYS = Bought.values().length * Was.values().length;
    private static final int PERSONS = DOORWAYS * DOORWAYS * Linked.values().length;
    private static final List<NamedItem> ITEMS = List.of(ROOM_2, ROOM_4);
    private static final List<AccessGroupId> GROUPS = List.of(STREET, STUDIO);
    private static final Matches APART =
            new Matches(1, Map.of(ROOM_2.id(), Set.of(STREET), ROOM_4.id(), Set.of(STUDIO)));

    @Test
    void keepsEveryPromiseToOnePersonInEveryWorld() {
        worlds(PERSONS).forEach(person -> {
            Scene scene = scene();
            add(scene, 1, 1, person);
            Promises.hold(scene);
            Promises.losingAPurchaseNeverOpensADoor(scene);
        });
    }

    /** Every decision is about one person and one group, so three people in one group are every world of three people there is. */
    @Test
    void keepsEveryPromiseToThreePeopleInOneGroup() {
        int person = DOORWAYS * Linked.values().length;
        worlds(person * person * person).forEach(world -> {
            Scene scene = scene();
            for (int number = 0; number < 3; number++) {
                int which = world / (int) Math.pow(person, number) % person;
                link(scene, number + 1, number + 1, which / DOORWAYS);
                addDoorway(scene, new CustomerId(number + 1), number + 1, 0, which % DOORWAYS);
            }
            Promises.hold(scene);
        });
    }

    @Test
    void decidesAboutEachOfThreePeopleInTwoGroupsAsIfTheOthersWereNotThere() {
        worlds(PERSONS * 8).forEach(world -> {
            int[] persons = {world % PERSONS, (world * 7 + world / PERSONS * 13) % PERSONS, world * 31 % PERSONS};
            Scene together = scene();
            List<Decision> alone = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                Scene one = scene();
                add(one, number + 1, number + 1, persons[number]);
                add(together, number + 1, number + 1, persons[number]);
                alone.addAll(one.plan().decisions());
            }
            assertThat(together.plan().decisions()).containsExactlyInAnyOrderElementsOf(alone);
            Promises.hold(together);
        });
    }

    @Test
    void keepsEveryPromiseToTwoCustomersWhoAreOneSaltoUser() {
        worlds(DOORWAYS * DOORWAYS * DOORWAYS * DOORWAYS).forEach(world -> {
            Scene scene = scene();
            add(scene, 1, 1, world % (DOORWAYS * DOORWAYS));
            add(scene, 2, 1, world / (DOORWAYS * DOORWAYS));
            Promises.hold(scene);
        });
    }

    /** Access that was given stands beside what was bought: in every order of the two, also for who is unlinked or in by hand. */
    @Test
    void keepsEveryPromiseToWhomAccessWasGiven() {
        int times = Bought.values().length;
        worlds(PERSONS * times).forEach(world -> {
            Scene scene = scene();
            add(scene, 1, 1, world % PERSONS);
            give(scene, new CustomerId(1), Bought.values()[world / PERSONS]);
            Promises.hold(scene);
            Promises.losingAPurchaseNeverOpensADoor(scene);
        });
    }

    private static void give(Scene scene, CustomerId customer, Bought when) {
        switch (when) {
            case NEVER -> {}
            case PAST -> scene.gives(gift(customer, "2026-01-07"));
            case NOW -> scene.gives(gift(customer, "2026-01-08"));
            case FUTURE -> scene.gives(gift(customer, "2026-01-09"));
        }
    }

    private static Gift gift(CustomerId customer, String day) {
        return new Gift(customer, STREET, between(day + "T13:00:00Z", day + "T15:00:00Z"), "Ana", "lost tag");
    }

    private static IntStream worlds(int number) {
        return IntStream.range(0, number).filter(world -> world % EVERY == 0).parallel();
    }

    private static Scene scene() {
        return Scene.at("2026-01-08T14:00:00Z").matches(APART);
    }

    private static void add(Scene scene, long customer, long user, int person) {
        link(scene, customer, user, person / (DOORWAYS * DOORWAYS));
        addDoorway(scene, new CustomerId(customer), user, 0, person % DOORWAYS);
        addDoorway(scene, new CustomerId(customer), user, 1, person / DOORWAYS % DOORWAYS);
    }

    private static void link(Scene scene, long customer, long user, int linked) {
        CustomerId id = new CustomerId(customer);
        switch (Linked.values()[linked]) {
            case YES -> scene.linked(id, user);
            case AMBIGUOUS -> scene.withheld(id, WithheldReason.TWO_CUSTOMERS_ONE_EMAIL);
            case NONE -> scene.toInvite(id);
        }
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
