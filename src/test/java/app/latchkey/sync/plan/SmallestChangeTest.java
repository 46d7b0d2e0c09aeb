package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Person;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallestChangeTest {

    private static final int WORLDS = 5_000 / Integer.getInteger("worlds.every", 1);
    private static final Instant NOW = Instant.parse("2026-01-08T12:00:00Z");
    private static final List<NamedItem> ITEMS = List.of(ROOM_4, ROOM_2, OFFICE_12, DESK_9);
    private static final Matches SOME =
            new Matches(1, Map.of(ROOM_4.id(), Set.of(STREET), OFFICE_12.id(), Set.of(STREET)));

    private static final List<Reason> AT_THE_DOOR =
            List.of(new Reason.InvitationOpen(null), new Reason.TagBlocked("89"), new Reason.BlockedInSalto());

    /** A world, with what is known besides. */
    private record World(Scene scene, List<Reason> known) {

        Question question() {
            return Question.about(scene.input(), scene.input().people(), STREET, scene.purchases(), LONDON)
                    .knowing(known.toArray(Reason[]::new));
        }

        Optional<List<Cure>> cures() {
            return SmallestChange.of(question());
        }

        /** Whether the door opens once the next run has done what is right. */
        boolean opens() {
            World after = new World(scene.copy(), known);
            after.scene.run();
            DoorState verdict = Explainer.explain(after.question()).verdict();
            return verdict == DoorState.OPEN || verdict == DoorState.BY_HAND;
        }

        World with(List<Cure> cures) {
            Scene changed = scene.copy();
            List<Reason> left = new ArrayList<>(known);
            cures.forEach(cure -> apply(cure, changed, left));
            return new World(changed, left);
        }
    }

    private static void apply(Cure cure, Scene scene, List<Reason> known) {
        switch (cure) {
            case Cure.LetInAgain(CustomerId customer) -> scene.person(Person.active(customer), scene.link(customer));
            case Cure.DecideWhoItIs(CustomerId customer) ->
                scene.person(scene.personOf(customer), new Link.Linked(Scene.user(customer.value())));
            case Cure.Confirm(var key) -> {
                Booking of = (Booking) scene.purchase(key);
                scene.buys(new Booking(of.id(), of.customer(), of.items(), of.from(), of.to(), false));
            }
            case Cure.Activate(var key) -> {
                Contract of = (Contract) scene.purchase(key);
                scene.buys(changed(of, true, of.pauses()));
            }
            case Cure.EndPause(var key) -> {
                Contract of = (Contract) scene.purchase(key);
                scene.buys(changed(of, of.active(), List.of()));
            }
            case Cure.WaitUntil(Instant begins) -> scene.now(begins.toString());
            case Cure.Match(ItemId item, AccessGroupId group) -> match(scene, item, group);
            case Cure.Buy(CustomerId customer, AccessGroupId group) -> {
                match(scene, DESK_9.id(), group);
                scene.buys(contract(99, customer, DESK_9, "2026-01-01T00:00:00Z"));
            }
            case Cure.LetChangesThrough _ -> scene.conduct(Conduct.GRANTS_ONLY);
            case Cure.MakeGroupAgain(AccessGroupId group) -> scene.back(group);
            case Cure.AllowBack _ -> scene.asksNothing();
            case Cure.ReadSaltoToTheEnd _ -> scene.reading(reading -> reading);
            case Cure.Settle(Reason hindrance) -> known.remove(hindrance);
        }
    }

    private static Contract changed(Contract of, boolean active, List<app.latchkey.shared.Window> pauses) {
        return new Contract(
                of.id(), of.customer(), of.items(), of.startsAt(), active, of.cancelled(), of.cancelsAt(), pauses);
    }

    private static void match(Scene scene, ItemId item, AccessGroupId group) {
        Map<ItemId, Set<AccessGroupId>> groups =
                new HashMap<>(scene.input().matches().groupsOf());
        Set<AccessGroupId> earned = new HashSet<>(groups.getOrDefault(item, Set.of()));
        earned.add(group);
        groups.put(item, earned);
        scene.matches(new Matches(2, groups));
    }

    @Test
    void opensWhenAllOfItIsDoneAndStaysShutWhenAnyPartIsLeftOut() {
        Set<Class<?>> needed = new HashSet<>();
        int shut = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = world(new Random(seed));
            Optional<List<Cure>> cures = world.cures();
            if (cures.isEmpty()) {
                assertThat(world.opens()).as("seed %d", seed).isFalse();
                continue;
            }
            assertThat(isSmallest(world, cures.get()))
                    .as("seed %d with %s", seed, cures)
                    .isTrue();
            cures.get().forEach(cure -> needed.add(cure.getClass()));
            shut += cures.get().isEmpty() ? 0 : 1;
        }
        assertThat(shut).isGreaterThan(WORLDS / 5);
        assertThat(needed).containsExactlyInAnyOrder(Cure.class.getPermittedSubclasses());
    }

    /** Done together the door opens, and with any one of them left out it does not. */
    private static boolean isSmallest(World world, List<Cure> cures) {
        return world.with(cures).opens()
                && cures.stream().noneMatch(left -> {
                    List<Cure> rest = new ArrayList<>(cures);
                    rest.remove(left);
                    return world.with(rest).opens();
                });
    }

    @Test
    void wouldNoticeAWrongCure() {
        Scene scene = Scene.at(NOW.toString())
                .linked(ANA, 1)
                .suspend(ANA)
                .buys(contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z"));
        World world = new World(scene, List.of(new Reason.NoSeat()));
        List<Cure> right = world.cures().orElseThrow();
        assertThat(isSmallest(world, right)).isTrue();
        assertThat(isSmallest(world, List.of())).isFalse();
        assertThat(isSmallest(world, right.subList(0, 1))).isFalse();
        List<Cure> needless = new ArrayList<>(right);
        needless.add(new Cure.Buy(ANA, STREET));
        assertThat(isSmallest(world, needless)).isFalse();
        List<Cure> another = new ArrayList<>(right);
        another.set(0, new Cure.AllowBack());
        assertThat(isSmallest(world, another)).isFalse();
    }

    private static World world(Random random) {
        Scene scene = Scene.at(NOW.toString()).matches(SOME);
        scene.conduct(Conduct.values()[random.nextInt(3) > 0 ? 0 : random.nextInt(5)]);
        Person person = new Person(ANA, random.nextInt(4) > 0, random.nextInt(8) == 0);
        boolean undecided = random.nextInt(4) == 0;
        scene.person(
                person,
                undecided ? new Link.Withheld(WithheldReason.TWO_CUSTOMERS_ONE_EMAIL) : new Link.Linked(Scene.user(1)));
        for (long id = 1 + random.nextInt(4); id <= 3; id++) {
            scene.buys(purchase(id, random));
        }
        if (!undecided) {
            aroundTheGroup(scene, random);
        }
        List<Reason> known = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            known.add(new Reason.NoWayIn());
        }
        if (random.nextInt(4) == 0) {
            known.add(new Reason.NoSeat());
        }
        if (random.nextInt(4) == 0) {
            known.add(AT_THE_DOOR.get(random.nextInt(AT_THE_DOOR.size())));
        }
        return new World(scene, known);
    }

    private static void aroundTheGroup(Scene scene, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> scene.byHand(1, STREET);
            case 1 -> scene.asksAbout(1, STREET);
            case 2 -> scene.gone(STREET);
            case 3 -> scene.untouchable(1);
            case 4 -> scene.reading(Reading::withoutAllMemberships);
            default -> {}
        }
    }

    private static Purchase purchase(long id, Random random) {
        NamedItem item = ITEMS.get(random.nextInt(ITEMS.size()));
        Instant from = NOW.plus(Duration.ofMinutes(random.nextInt(600) - 400));
        Instant to = from.plus(Duration.ofMinutes(30 + random.nextInt(400)));
        if (random.nextBoolean()) {
            return new Booking(id, ANA, List.of(item), from, to, random.nextInt(3) == 0);
        }
        return new Contract(
                id,
                ANA,
                List.of(item),
                from,
                random.nextInt(3) > 0,
                false,
                random.nextBoolean() ? to : null,
                random.nextInt(3) == 0
                        ? List.of(app.latchkey.shared.Window.between(from, from.plus(Duration.ofHours(3))))
                        : List.of());
    }
}
