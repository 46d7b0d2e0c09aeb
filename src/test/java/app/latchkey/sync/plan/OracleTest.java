package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.PassUse;
import app.latchkey.entitlement.Person;
import app.latchkey.entitlement.PlainRules;
import app.latchkey.entitlement.Purchase;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random worlds, moved through time, against an oracle that asks each rule by itself and knows no windows. */
class OracleTest {

    private static final int WORLDS = RandomWorlds.number(8_000);
    private static final Instant START = Instant.parse("2026-03-20T00:00:00Z");
    private static final ZoneId LONDON_ZONE = ZoneId.of("Europe/London");
    private static final List<NamedItem> ITEMS = List.of(ROOM_4, ROOM_2, DESK_9, OFFICE_12);
    private static final List<AccessGroupId> GROUPS = List.of(STREET, STUDIO);

    @Test
    void endsUpWithExactlyTheMembersThatTheRulesAskFor() {
        IntStream.range(0, WORLDS).parallel().forEach(seed -> new World(seed).liveThrough(4));
    }

    private static final class World {
        private final int seed;
        private final Random random;
        private final Scene scene = Scene.at(START.toString());
        private final List<Person> people = new ArrayList<>();
        private final List<Long> users = new ArrayList<>();
        private final List<Purchase> purchases = new ArrayList<>();
        private final List<Gift> gifts = new ArrayList<>();
        private final Set<Membership> byHand = new HashSet<>();

        World(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            for (int number = 1; number <= 4; number++) {
                addPerson(new CustomerId(number), 1 + random.nextInt(3));
            }
            for (long id = 1; id <= 8; id++) {
                addPurchase(id);
            }
            for (int gift = random.nextInt(3); gift > 0; gift--) {
                addGift();
            }
        }

        private void addPerson(CustomerId customer, long user) {
            Person person = new Person(customer, random.nextInt(6) > 0, random.nextInt(8) == 0);
            people.add(person);
            users.add(user);
            scene.person(person, new Link.Linked(Scene.user(user)));
            Membership membership = Scene.in(user, GROUPS.get(random.nextInt(2)));
            if (random.nextInt(5) == 0) {
                scene.byHand(user, membership.group());
                byHand.add(membership);
            }
        }

        private void addPurchase(long id) {
            CustomerId customer = people.get(random.nextInt(people.size())).customer();
            Purchase purchase = switch (random.nextInt(3)) {
                case 0 -> aBooking(id, customer);
                case 1 -> aPass(id, customer);
                default -> aContract(id, customer);
            };
            purchases.add(purchase);
            scene.buys(purchase);
        }

        private void addGift() {
            Instant from = anInstant();
            Gift gift = new Gift(
                    people.get(random.nextInt(people.size())).customer(),
                    GROUPS.get(random.nextInt(2)),
                    Window.between(from, from.plus(Duration.ofMinutes(1 + random.nextInt(3_000)))),
                    "Ana",
                    "lost tag");
            gifts.add(gift);
            scene.gives(gift);
        }

        private Booking aBooking(long id, CustomerId customer) {
            Instant from = anInstant();
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(3_000)));
            return new Booking(
                    id,
                    random.nextInt(8) == 0 ? null : customer,
                    List.of(anItem(), anItem()),
                    from,
                    to,
                    random.nextInt(6) == 0);
        }

        private Pass aPass(long id, CustomerId customer) {
            Instant bought = anInstant();
            Instant in = bought.plus(Duration.ofMinutes(random.nextInt(4_000)));
            PassUse use =
                    new PassUse(in, random.nextBoolean() ? null : in.plus(Duration.ofMinutes(random.nextInt(2_000))));
            return new Pass(
                    id,
                    customer,
                    FLEX,
                    random.nextBoolean() ? PassKind.DAY : PassKind.MINUTES,
                    bought,
                    random.nextBoolean() ? null : anInstant(),
                    random.nextBoolean(),
                    1,
                    use);
        }

        private Contract aContract(long id, CustomerId customer) {
            List<Window> pauses = new ArrayList<>();
            for (int pause = random.nextInt(3); pause > 0; pause--) {
                Instant from = anInstant();
                pauses.add(Window.between(from, from.plus(Duration.ofHours(1 + random.nextInt(90)))));
            }
            return new Contract(
                    id,
                    customer,
                    List.of(anItem()),
                    anInstant(),
                    random.nextInt(6) > 0,
                    random.nextInt(4) == 0,
                    random.nextBoolean() ? null : anInstant(),
                    pauses);
        }

        private NamedItem anItem() {
            return ITEMS.get(random.nextInt(ITEMS.size()));
        }

        private Instant anInstant() {
            return START.plus(Duration.ofMinutes(15L * random.nextInt(4 * 24 * 14)));
        }

        void liveThrough(int moments) {
            List<Instant> times = new ArrayList<>();
            for (int moment = 0; moment < moments; moment++) {
                times.add(anInstant());
            }
            times.stream().sorted().forEach(this::check);
        }

        private void check(Instant now) {
            scene.now(now.toString()).run();
            Set<Membership> expected = new HashSet<>(byHand);
            for (int index = 0; index < people.size(); index++) {
                for (AccessGroupId group : GROUPS) {
                    if (isEntitled(people.get(index), group, now)) {
                        expected.add(Scene.in(users.get(index), group));
                    }
                }
            }
            assertThat(scene.memberships()).as("seed %d at %s", seed, now).isEqualTo(expected);
        }

        private boolean isEntitled(Person person, AccessGroupId group, Instant now) {
            if (!person.active() || person.archived()) {
                return false;
            }
            for (Purchase purchase : purchases) {
                boolean his =
                        purchase.owner().isPresent() && purchase.owner().get().equals(person.customer());
                if (his && opens(purchase, group) && PlainRules.counts(purchase, now, LONDON_ZONE)) {
                    return true;
                }
            }
            return isGiven(person, group, now);
        }

        private boolean isGiven(Person person, AccessGroupId group, Instant now) {
            for (Gift gift : gifts) {
                boolean begun = !now.isBefore(gift.window().from());
                boolean over = !now.isBefore(gift.window().end().orElseThrow());
                if (gift.customer().equals(person.customer()) && gift.group().equals(group) && begun && !over) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean opens(Purchase purchase, AccessGroupId group) {
        for (NamedItem item : purchase.items()) {
            if (group.equals(STREET) || item.equals(ROOM_4)) {
                return true;
            }
        }
        return false;
    }
}
