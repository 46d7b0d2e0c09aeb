package app.latchkey.bench;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.Person;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Conduct;
import app.latchkey.sync.plan.CustomerLink;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Link;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Observed;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.PlanInput;
import app.latchkey.sync.plan.Planner;
import app.latchkey.sync.plan.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The planner over a million entitlements and as many group memberships, of which one in a hundred differs. */
@Benchmark
class PlannerBench {

    private static final int ROWS = Integer.getInteger("bench.planner.rows", 1_000_000);
    private static final int GROUPS = 100;
    private static final int GROUPS_EACH = 10;
    private static final int CHANGED = 100;
    private static final int WARM_UP = 5;
    private static final int TURNS = 9;
    private static final Instant NOW = Instant.parse("2026-05-04T09:00:00Z");

    /** A membership as plain numbers: what is the least that comparing takes. */
    private record Numbers(long[] wanted, long[] present) {}

    /** The same as the records that somebody would write first. */
    private record Naive(UUID user, UUID group) {}

    private final List<AccessGroupId> groups = IntStream.range(0, GROUPS)
            .mapToObj(number -> new AccessGroupId(new UUID(0xA, number)))
            .toList();
    private final List<NamedItem> items = IntStream.range(0, GROUPS)
            .mapToObj(number -> new NamedItem(ItemId.resource(number), "Room " + number))
            .toList();
    private final List<Integer> wanted = new ArrayList<>();
    private final List<Integer> present = new ArrayList<>();

    @Test
    void comparesAMillionWithAMillion(Report report) {
        draw();
        PlanInput input = input();
        requireRight(Planner.plan(input));
        Numbers numbers = numbers();
        Pairs sorted = Pairs.compute(WARM_UP, TURNS, () -> Planner.plan(input), () -> sortAndMerge(numbers));
        report.add(Measure.atMost(
                2,
                "P5",
                "planner on %,d + %,d / sort and merge of plain numbers".formatted(ROWS, ROWS),
                sorted.ratio(),
                sorted.figures()));
        Pairs hashed = Pairs.compute(WARM_UP, TURNS, () -> Planner.plan(input), this::hashSets);
        report.add(Measure.atMost(
                0.3,
                "P5",
                "planner on %,d + %,d / hash sets of records".formatted(ROWS, ROWS),
                hashed.ratio(),
                hashed.figures()));
        Pairs whole = Pairs.compute(WARM_UP, TURNS, () -> readAll(Planner.plan(anew(input))), this::hashSets);
        report.explain("P5", """
            the planner takes windows, links, matches and the ledger into account. Inside the measure: which of the entitlements hold now, comparing
            them with a million group memberships and a million rows of the ledger, and whatever follows for the %,d pairs that differ, with reasons,
            in order. The input has numbers for its ids already, as the first baseline has and as every run's input has; and the window and reasons
            of a pair that is kept are put together when somebody reads them. Both baselines answer only with the pairs that differ. With
            everything inside, from rows without numbers to every decision read in full, it is %.2f of the hash sets of records: %s.
            """.formatted(differing(), whole.ratio(), whole.figures()));
    }

    /** The same rows without their numbers, which are made once more. */
    private static PlanInput anew(PlanInput input) {
        return new PlanInput(
                input.people(),
                input.entitlements(),
                input.observed(),
                input.ledger(),
                input.matches(),
                input.reading(),
                input.conduct(),
                input.now());
    }

    private static void readAll(Plan plan) {
        long reasons =
                plan.kept().stream().mapToLong(keep -> keep.because().size()).sum();
        if (reasons < plan.kept().size()) {
            throw new AssertionError("Nobody is kept without a reason");
        }
    }

    private int differing() {
        Set<Integer> both = new HashSet<>(wanted);
        both.retainAll(new HashSet<>(present));
        return wanted.size() + present.size() - 2 * both.size();
    }

    /** Positions of a pair: person × groups each; one in a hundred is only wanted, another only there. */
    private void draw() {
        Random random = new Random(7);
        List<Integer> all = new ArrayList<>(
                IntStream.range(0, ROWS + ROWS / CHANGED).boxed().toList());
        for (int pair : all) {
            int fate = random.nextInt(CHANGED + 1);
            if (fate != 0) {
                wanted.add(pair);
            }
            if (fate != 1) {
                present.add(pair);
            }
        }
        Collections.shuffle(wanted, random);
        Collections.shuffle(present, random);
    }

    private static int person(int pair) {
        return pair / GROUPS_EACH;
    }

    private static int group(int pair) {
        return (pair % GROUPS_EACH * 10 + person(pair)) % GROUPS;
    }

    private static PlatformUserId user(int person) {
        return new PlatformUserId(new UUID(0x5DEECE66DL * person, 0xB));
    }

    private static CustomerId customer(int person) {
        return new CustomerId(person);
    }

    private PlanInput input() {
        List<Entitlement> entitlements = wanted.stream().map(this::entitlement).toList();
        Set<PurchaseKey> seen = entitlements.stream()
                .flatMap(each -> each.because().purchase().stream())
                .collect(Collectors.toSet());
        List<CustomerLink> people = IntStream.rangeClosed(0, person(ROWS + ROWS / CHANGED))
                .mapToObj(person -> new CustomerLink(Person.active(customer(person)), new Link.Linked(user(person))))
                .toList();
        Map<ItemId, Set<AccessGroupId>> matched = new HashMap<>();
        items.forEach(
                item -> matched.put(item.id(), Set.of(groups.get((int) item.id().value()))));
        return new PlanInput(
                people,
                entitlements,
                Observed.of(present.stream().map(this::membership).collect(Collectors.toSet())),
                present.stream().map(this::row).toList(),
                new Matches(1, matched),
                Reading.complete(seen),
                Conduct.FULL,
                NOW);
    }

    private Entitlement entitlement(int pair) {
        Window window = Window.between(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1 + pair % 30)));
        return new Entitlement(customer(person(pair)), groups.get(group(pair)), window, because(pair));
    }

    private Because because(int pair) {
        return new Because.Bought(pair, items.get(group(pair)), PassKind.DAY, NOW.minus(Duration.ofDays(2)));
    }

    private Membership membership(int pair) {
        return new Membership(user(person(pair)), groups.get(group(pair)));
    }

    private LedgerRow row(int pair) {
        return new LedgerRow(membership(pair), Ownership.OURS, List.of(entitlement(pair)));
    }

    private void requireRight(Plan plan) {
        Set<Integer> both = new HashSet<>(wanted);
        both.retainAll(new HashSet<>(present));
        if (plan.grants().size() != wanted.size() - both.size()
                || plan.revokes().size() != present.size() - both.size()) {
            throw new AssertionError("The planner and the plain difference disagree");
        }
    }

    private Numbers numbers() {
        return new Numbers(numbers(wanted), numbers(present));
    }

    private static long[] numbers(List<Integer> pairs) {
        return pairs.stream()
                .mapToLong(pair -> (long) person(pair) * GROUPS + group(pair))
                .toArray();
    }

    private static int sortAndMerge(Numbers numbers) {
        long[] wanted = numbers.wanted().clone();
        long[] present = numbers.present().clone();
        Arrays.sort(wanted);
        Arrays.sort(present);
        int here = 0;
        int there = 0;
        int differing = 0;
        while (here < wanted.length && there < present.length) {
            if (wanted[here] == present[there]) {
                here++;
                there++;
            } else if (wanted[here] < present[there]) {
                here++;
                differing++;
            } else {
                there++;
                differing++;
            }
        }
        return differing + wanted.length - here + present.length - there;
    }

    private int hashSets() {
        Set<Naive> should = naive(wanted);
        Set<Naive> is = naive(present);
        Set<Naive> missing = new HashSet<>(should);
        missing.removeAll(is);
        is.removeAll(should);
        return missing.size() + is.size();
    }

    private Set<Naive> naive(List<Integer> pairs) {
        Set<Naive> set = new HashSet<>();
        pairs.forEach(pair -> set.add(
                new Naive(user(person(pair)).value(), groups.get(group(pair)).value())));
        return set;
    }
}
