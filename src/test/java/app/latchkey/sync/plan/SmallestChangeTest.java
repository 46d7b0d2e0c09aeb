package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.Invoice;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.OverdueRule;
import app.latchkey.entitlement.Person;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Window;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmallestChangeTest {

    private static final int WORLDS = RandomWorlds.number(2_000);
    private static final Instant NOW = Instant.parse("2026-01-08T12:00:00Z");
    private static final List<NamedItem> ITEMS = List.of(ROOM_4, ROOM_2, OFFICE_12, DESK_9);
    private static final Matches SOME =
            new Matches(1, Map.of(ROOM_4.id(), Set.of(STREET), OFFICE_12.id(), Set.of(STREET)));

    /** Nothing is matched to the street door. */
    private static final Matches ELSEWHERE = new Matches(1, Map.of(ROOM_4.id(), Set.of(STUDIO)));

    private static final List<Reason> AT_THE_DOOR =
            List.of(new Reason.InvitationOpen(null), new Reason.TagBlocked("89"), new Reason.BlockedInSalto());

    /** At noon the doors answer, do not, never do during what is bought here, or do only on other days. */
    private static final List<WeeklyHours> HOURS = List.of(
            hours(EnumSet.allOf(DayOfWeek.class), 8, 18),
            hours(EnumSet.allOf(DayOfWeek.class), 13, 15),
            hours(EnumSet.allOf(DayOfWeek.class), 22, 2),
            hours(EnumSet.of(DayOfWeek.SATURDAY), 8, 12));

    private static WeeklyHours hours(Set<DayOfWeek> days, int from, int until) {
        return new WeeklyHours(
                List.of(new WeeklyHours.Span(days, LocalTime.of(from, 0), LocalTime.of(until, 0))), LONDON.zone());
    }

    /** What is known besides a scene. */
    private record Around(List<Reason> known, @Nullable WeeklyHours hours, Besides.Thaw thaw) {

        static final Around NOTHING = new Around(List.of(), null, new Besides.Thaw(NOW, Conduct.FULL));

        Around knowing(Reason... reasons) {
            return new Around(List.of(reasons), hours, thaw);
        }

        Around settled(Reason reason) {
            return new Around(
                    known.stream().filter(other -> !other.equals(reason)).toList(),
                    reason instanceof Reason.OutsideHours ? null : hours,
                    thaw);
        }
    }

    private record World(Scene scene, Around around) {

        Question question() {
            Question question = Question.about(scene.input(), scene.input().people(), STREET, scene.purchases(), LONDON)
                    .given(scene.gifts())
                    .frozenUntil(around.thaw().at(), around.thaw().then())
                    .knowing(around.known().toArray(Reason[]::new));
            Question owing = scene.arrears().map(question::owing).orElse(question);
            return around.hours() == null ? owing : owing.during(around.hours());
        }

        Optional<List<Cure>> cures() {
            return SmallestChange.of(question());
        }

        /** Whether the door opens once the next run has done what is right. */
        boolean opens() {
            World after = new World(scene.copy(), around);
            after.scene.run();
            DoorState verdict = Explainer.at(after.question()).verdict();
            return verdict == DoorState.OPEN || verdict == DoorState.BY_HAND;
        }

        World with(List<Cure> cures) {
            World changed = new World(scene.copy(), around);
            for (Cure cure : cures) {
                changed = changed.with(cure);
            }
            return changed;
        }

        private World with(Cure cure) {
            if (cure instanceof Cure.Settle(Reason hindrance)) {
                return new World(scene, around.settled(hindrance));
            }
            apply(cure, scene, around.thaw());
            return this;
        }
    }

    private static void apply(Cure cure, Scene scene, Besides.Thaw thaw) {
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
            case Cure.Pay(CustomerId customer, var invoice) -> scene.pays(customer, invoice);
            case Cure.WaitUntil(Instant begins) -> {
                scene.now(begins.toString());
                if (scene.input().conduct() == Conduct.FROZEN && !begins.isBefore(thaw.at())) {
                    scene.conduct(thaw.then());
                }
            }
            case Cure.Match(ItemId item, AccessGroupId group) -> match(scene, item, group);
            case Cure.Buy(CustomerId customer, AccessGroupId group) -> {
                match(scene, DESK_9.id(), group);
                scene.buys(contract(99, customer, DESK_9, "2026-01-01T00:00:00Z"));
            }
            case Cure.LetChangesThrough _ -> scene.conduct(Conduct.GRANTS_ONLY);
            case Cure.MakeGroupAgain(AccessGroupId group) -> scene.back(group);
            case Cure.AllowBack _ -> scene.asksNothing();
            case Cure.ReadSaltoToTheEnd _ -> scene.reading(reading -> reading);
            case Cure.Settle _ -> throw new IllegalArgumentException("Settled around the scene");
        }
    }

    private static Contract changed(Contract of, boolean active, List<Window> pauses) {
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
        int hours = 0;
        int gifts = 0;
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
            hours += cures.get().stream().anyMatch(SmallestChangeTest::isOfHours) ? 1 : 0;
            gifts += isLetInAgainForAGift(world, cures.get()) ? 1 : 0;
        }
        assertThat(shut).isGreaterThan(WORLDS / 5);
        assertThat(hours).isGreaterThan(WORLDS / 50);
        assertThat(gifts).isGreaterThan(WORLDS / 200);
        assertThat(needed).containsExactlyInAnyOrder(Cure.class.getPermittedSubclasses());
    }

    private static boolean isOfHours(Cure cure) {
        return cure instanceof Cure.Settle(Reason.OutsideHours _);
    }

    /** With nothing that he has bought he would have to buy something. */
    private static boolean isLetInAgainForAGift(World world, List<Cure> cures) {
        World bare = new World(world.scene().copy(), world.around());
        bare.scene().purchases().forEach(purchase -> bare.scene().loses(purchase.key()));
        return cures.stream().anyMatch(Cure.LetInAgain.class::isInstance)
                && bare.cures().filter(cures::equals).isPresent()
                && cures.stream().noneMatch(Cure.Buy.class::isInstance);
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
        World world = new World(scene, Around.NOTHING.knowing(new Reason.NoSeat()));
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
        Scene scene = Scene.at(NOW.toString()).matches(random.nextInt(6) > 0 ? SOME : ELSEWHERE);
        boolean undecided = random.nextInt(4) == 0;
        scene.person(
                Person.active(ANA),
                undecided ? new Link.Withheld(WithheldReason.TWO_CUSTOMERS_ONE_EMAIL) : new Link.Linked(Scene.user(1)));
        if (!undecided && random.nextInt(3) == 0) {
            scene.linked(BEN, 1);
        }
        for (long id = 1L + random.nextInt(4); id <= 3; id++) {
            scene.buys(purchase(id, random));
        }
        for (int gift = random.nextInt(6); gift < 2; gift++) {
            scene.gives(gift(random));
        }
        if (!undecided) {
            aroundTheGroup(scene, random);
        }
        if (random.nextInt(3) == 0) {
            unpaid(scene, random);
        }
        scene.input().people().forEach(known -> stopped(known, scene, random));
        scene.conduct(Conduct.values()[random.nextInt(3) > 0 ? 0 : random.nextInt(5)]);
        return new World(scene, around(random));
    }

    /** Closed for since days, or only tomorrow. */
    private static void unpaid(Scene scene, Random random) {
        scene.closesFor(
                new OverdueRule(14, true, BigDecimal.ONE, random.nextBoolean() ? Set.of() : Set.of(OFFICE_12.id())));
        for (int number = random.nextInt(2); number < 3; number++) {
            scene.owes(
                    who(random),
                    new Invoice(
                            "INV-" + number,
                            LocalDate.of(2026, 1, 8).minusDays(13 + random.nextInt(4)),
                            BigDecimal.valueOf(1 + random.nextInt(3))));
        }
    }

    private static void stopped(CustomerLink known, Scene scene, Random random) {
        CustomerId customer = known.person().customer();
        scene.person(new Person(customer, random.nextInt(3) > 0, random.nextInt(8) == 0), known.link());
    }

    private static Around around(Random random) {
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
        return new Around(
                known,
                random.nextBoolean() ? HOURS.get(random.nextInt(HOURS.size())) : null,
                new Besides.Thaw(
                        NOW.plus(Duration.ofMinutes(1 + random.nextInt(240))),
                        random.nextInt(3) > 0 ? Conduct.FULL : Conduct.WATCHING));
    }

    private static void aroundTheGroup(Scene scene, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> inByHand(scene);
            case 1 -> scene.asksAbout(1, STREET);
            case 2 -> scene.gone(STREET);
            case 3 -> scene.untouchable(1);
            case 4 -> scene.reading(Reading::withoutAllMemberships);
            case 5, 6 -> inThroughUs(scene);
            default -> {}
        }
    }

    /** A group to which nothing is matched is nothing to us, whoever is in it. */
    private static void inByHand(Scene scene) {
        if (scene.input().matches().groups().contains(STREET)) {
            scene.byHand(1, STREET);
        }
    }

    private static void inThroughUs(Scene scene) {
        scene.now(NOW.minus(Duration.ofHours(2)).toString()).run();
        scene.now(NOW.toString());
    }

    private static Gift gift(Random random) {
        Instant from = NOW.plus(Duration.ofMinutes(random.nextInt(600) - 400));
        return new Gift(
                who(random),
                STREET,
                Window.between(from, from.plus(Duration.ofMinutes(30 + random.nextInt(400)))),
                "Zoe",
                "lost tag");
    }

    private static CustomerId who(Random random) {
        return random.nextInt(3) > 0 ? ANA : BEN;
    }

    private static Purchase purchase(long id, Random random) {
        NamedItem item = ITEMS.get(random.nextInt(ITEMS.size()));
        Instant from = NOW.plus(Duration.ofMinutes(random.nextInt(600) - 400));
        Instant to = from.plus(Duration.ofMinutes(30 + random.nextInt(400)));
        if (random.nextBoolean()) {
            return new Booking(id, who(random), List.of(item), from, to, random.nextInt(3) == 0);
        }
        return new Contract(
                id,
                who(random),
                List.of(item),
                from,
                random.nextInt(3) > 0,
                false,
                random.nextBoolean() ? to : null,
                random.nextInt(3) == 0 ? List.of(Window.between(from, from.plus(Duration.ofHours(3)))) : List.of());
    }
}
