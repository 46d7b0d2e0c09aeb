package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.Person;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the planner settles by comparing numbers is what its rules say of the same pairs, in worlds that are odd in every way there is. */
class PlainlyKeptTest {

    private static final int WORLDS = RandomWorlds.number(15_000);
    private static final Instant NOON = Instant.parse("2026-01-08T12:00:00Z");

    @Test
    void keepsByNumbersOnlyWhatTheRulesKeep() {
        LongAdder settled = new LongAdder();
        LongAdder decided = new LongAdder();
        IntStream.range(0, WORLDS).parallel().forEach(seed -> {
            PlanInput input = new OddWorld(new Random(seed)).input();
            agrees(seed, input, settled, decided);
            agrees(seed, input.at(NOON.plusSeconds(3_600)), settled, decided);
        });
        assertThat(settled.sum()).isGreaterThan(WORLDS);
        assertThat(decided.sum()).isGreaterThan(WORLDS);
    }

    private static void agrees(int seed, PlanInput input, LongAdder settled, LongAdder decided) {
        Plan plan = Planner.plan(input);
        List<Decision> ruled = new Planner(input, new BitSet()).decisions();
        Set<Decision> kept = new HashSet<>(plan.kept());
        assertThat(plan.kept())
                .as("what is kept, seed %d", seed)
                .isEqualTo(ruled.stream().filter(kept::contains).toList());
        assertThat(plan.others())
                .as("everything else, seed %d", seed)
                .isEqualTo(ruled.stream()
                        .filter(decision -> !kept.contains(decision))
                        .toList());
        assertThat(plan.invitations()).isEqualTo(Invite.before(ruled));
        settled.add(plan.kept().size());
        decided.add(plan.others().size());
    }

    @Test
    void leavesNothingToDecideInASpaceThatIsInStep() {
        Scene scene = Scene.at("2026-01-08T12:00:00Z").linked(ANA, 1).linked(BEN, 2);
        scene.buys(contract(1, ANA, ROOM_4, "2026-01-01T00:00:00Z"));
        scene.buys(contract(2, BEN, DESK_9, "2026-01-01T00:00:00Z"));
        scene.run();
        Plan plan = scene.plan();
        assertThat(plan.kept())
                .extracting(Forecast::membership)
                .containsExactly(Scene.in(1, STREET), Scene.in(1, STUDIO), Scene.in(2, STREET));
        assertThat(plan.others()).isEmpty();
    }

    @Test
    void asksTheRulesAboutAWindowThatBeginsOrEndsInThisVerySecond() {
        Scene scene = Scene.at("2026-01-08T12:15:00Z").linked(ANA, 1);
        scene.buys(booking(1, ANA, ROOM_2, "2026-01-08T12:30:00Z", "2026-01-08T13:00:00Z"));
        scene.run();
        assertThat(scene.plan().kept()).isEmpty();
        assertThat(scene.plan().others()).hasOnlyElementsOfType(Decision.Keep.class);
        assertThat(scene.now("2026-01-08T12:15:01Z").plan().kept()).hasSize(1);
        assertThat(scene.now("2026-01-08T13:14:59Z").plan().kept()).hasSize(1);
        assertThat(scene.now("2026-01-08T13:15:00Z").plan().kept()).isEmpty();
    }

    @Test
    void leavesGroupsWithoutNumbersWhereThereAreMorePairsThanCanBeCounted() {
        Scene scene = Scene.at("2026-01-08T12:00:00Z").linked(ANA, 1).linked(BEN, 2);
        Observed nobody = Observed.of(Set.of());
        OrdinaryPairs all = OrdinaryPairs.of(scene.input().people(), nobody, MATCHES, 4);
        assertThat(all.count()).isEqualTo(4);
        assertThat(all.membership(all.number(Scene.in(2, STUDIO)))).isEqualTo(Scene.in(2, STUDIO));
        OrdinaryPairs few = OrdinaryPairs.of(scene.input().people(), nobody, MATCHES, 3);
        assertThat(few.count()).isEqualTo(2);
        assertThat(few.number(Scene.in(2, STREET))).isEqualTo(1);
        assertThat(few.number(Scene.in(2, STUDIO))).isEqualTo(OrdinaryPairs.NONE);
    }

    /** A few people and groups, each of whom anything may be wrong with. */
    private static final class OddWorld {

        private static final List<AccessGroupId> GROUPS = List.of(STREET, STUDIO, group(3));
        private static final List<NamedItem> ITEMS = List.of(ROOM_4, ROOM_2, DESK_9, OFFICE_12);
        private static final int USERS = 4;
        private final Random random;
        private final List<Entitlement> entitlements = new ArrayList<>();

        OddWorld(Random random) {
            this.random = random;
            for (int number = 0; number < 12; number++) {
                entitlements.add(anEntitlement());
            }
        }

        PlanInput input() {
            return new PlanInput(
                    people(),
                    entitlements,
                    observed(),
                    ledger(),
                    matches(),
                    reading(),
                    oneIn(2) ? Conduct.FULL : oneOf(Conduct.values()),
                    oneIn(2) ? NOON : NOON.plusMillis(random.nextInt(1_000)));
        }

        private List<CustomerLink> people() {
            List<CustomerLink> people = new ArrayList<>();
            for (int number = 1; number <= 5; number++) {
                Person person = new Person(new CustomerId(number), !oneIn(8), oneIn(10));
                people.add(new CustomerLink(person, aLink()));
            }
            return people;
        }

        private Link aLink() {
            return switch (random.nextInt(8)) {
                case 0 -> new Link.ToInvite();
                case 1 -> new Link.Withheld(oneOf(WithheldReason.values()));
                default -> new Link.Linked(aUser());
            };
        }

        private Entitlement anEntitlement() {
            return new Entitlement(new CustomerId(1 + random.nextInt(6)), aGroup(), aWindow(), aBecause());
        }

        private Window aWindow() {
            Instant from = oneIn(4) ? nearNoon() : NOON.minusSeconds(random.nextInt(10_000));
            return switch (random.nextInt(4)) {
                case 0 -> Window.from(from);
                case 1 -> Window.ifNotEmpty(from, nearNoon()).orElse(Window.from(from));
                default -> Window.between(from, from.plusSeconds(1 + random.nextInt(20_000)));
            };
        }

        private Instant nearNoon() {
            return NOON.plus(Duration.ofMillis(random.nextInt(7) * 250L - 750));
        }

        private Because aBecause() {
            long id = random.nextInt(6);
            NamedItem item = ITEMS.get(random.nextInt(ITEMS.size()));
            return switch (random.nextInt(5)) {
                case 0 -> new Because.Booked(id, item, Window.from(NOON));
                case 1 -> new Because.Bought(id, item, PassKind.DAY, NOON);
                case 2 -> new Because.Contracted(id, item, NOON);
                case 3 -> new Because.Decided(id, item, NOON, null);
                default -> new Because.Given("Ana", NOON.plusSeconds(60), "lost tag");
            };
        }

        private Observed observed() {
            return new Observed(
                    memberships(0.75),
                    oneIn(5) ? Set.of(aUser()) : Set.of(),
                    oneIn(8) ? Set.of(aGroup()) : Set.of(),
                    memberships(0.05));
        }

        private List<LedgerRow> ledger() {
            return memberships(0.75).stream().map(this::row).toList();
        }

        private LedgerRow row(Membership membership) {
            Ownership ownership = oneIn(4) ? oneOf(Ownership.values()) : Ownership.OURS;
            return new LedgerRow(membership, ownership, entitlements.subList(0, random.nextInt(3)));
        }

        private Set<Membership> memberships(double share) {
            Set<Membership> some = new HashSet<>();
            for (int user = 1; user <= USERS; user++) {
                for (AccessGroupId group : GROUPS) {
                    if (random.nextDouble() < share) {
                        some.add(Scene.in(user, group));
                    }
                }
            }
            return some;
        }

        private Matches matches() {
            Map<ItemId, Set<AccessGroupId>> groups = new HashMap<>();
            for (NamedItem item : ITEMS) {
                if (!oneIn(6)) {
                    groups.put(item.id(), oneIn(3) ? Set.of(aGroup()) : Set.copyOf(GROUPS));
                }
            }
            return new Matches(1, groups);
        }

        private Reading reading() {
            Set<PurchaseKey> keys =
                    Set.of(new PurchaseKey(PurchaseKind.PASS, 1), new PurchaseKey(PurchaseKind.BOOKING, 2));
            return switch (random.nextInt(5)) {
                case 0 -> Reading.partly(keys);
                case 1 -> Reading.complete(keys).withoutAllMemberships();
                case 2 -> Reading.complete(keys).withDoubted(keys);
                default -> Reading.complete(keys);
            };
        }

        private boolean oneIn(int parts) {
            return random.nextInt(parts) == 0;
        }

        private PlatformUserId aUser() {
            return Scene.user(1 + random.nextInt(USERS));
        }

        private AccessGroupId aGroup() {
            return GROUPS.get(random.nextInt(GROUPS.size()));
        }

        private <T> T oneOf(T[] values) {
            return values[random.nextInt(values.length)];
        }
    }
}
