package app.latchkey.bench;

import app.latchkey.matching.Matching;
import app.latchkey.product.RunningProduct;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.ItemId;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sandbox.http.Calls;
import sandbox.http.Fault;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** A reconcile of a large space, beside the time that its partners alone would take. */
@Benchmark
class FullRunBench {

    private static final int CUSTOMERS = Integer.getInteger("bench.full.customers", 2_000);
    private static final Duration LATENCY = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int RUNS = 3;
    private static final int GROUPS = 100;
    /** Groups that a pass earns. */
    private static final int EACH = 3;

    @Test
    void takesHardlyLongerThanItsPartners(Report report) {
        try (RunningProduct product = RunningProduct.start()) {
            Map<Long, List<String>> earned = fill(product.partners());
            Harbour harbour = new Harbour(product);
            match(harbour, earned);
            harbour.begin();
            run(harbour);
            slow(harbour.partners());
            double[] ratios = new double[RUNS];
            double[] took = new double[RUNS];
            long pages = 0;
            for (int number = 0; number < RUNS; number++) {
                harbour.partners().resetJournal();
                took[number] = seconds(run(harbour));
                pages = pages(harbour.partners().calls());
                ratios[number] = took[number] / (pages * LATENCY.toMillis() / 1e3);
            }
            report.add(Measure.atMost(
                    1.1,
                    "P1",
                    "full reconcile of %,d customers, %d groups, %,d memberships / the time of its pages"
                            .formatted(CUSTOMERS, GROUPS, CUSTOMERS * EACH),
                    Pairs.median(ratios),
                    "%.1f s against %d pages one after the other at %d ms, median of %d runs"
                            .formatted(Pairs.median(took), pages, LATENCY.toMillis(), RUNS)));
        }
        report.explain("P1", """
            the bound is the latency of each page that has to be read, one request at a time as we ask by choice, with pages of 200 at Nexudus and 100 at Salto
            and no rate limit; a partner answers after that time, what it does for a page included. `-Dbench.full.customers=10000` measures the full size, which takes this machine too long for every run; one pass earns %d groups.
            """.formatted(EACH));
    }

    /** As many passes as it takes for each group to be earned by one, and each customer with one of them. */
    private static Map<Long, List<String>> fill(Partners partners) {
        partners.nexudus().loseWebhooks(true);
        String site = partners.salto().site(PreparedWorld.HARBOUR_HOUSE);
        partners.salto().seats(site, CUSTOMERS * 2);
        List<String> groups = IntStream.range(0, GROUPS)
                .mapToObj(number -> number == 0
                        ? partners.salto().group(site, Buyers.FLEX)
                        : partners.salto().addGroupByHand(site, "Group " + number))
                .toList();
        long location = partners.nexudus().location(PreparedWorld.HARBOUR_HOUSE);
        Map<Long, List<String>> earned = new LinkedHashMap<>();
        for (int first = 0; first < GROUPS; first += EACH) {
            int from = first;
            earned.put(
                    first == 0
                            ? partners.nexudus().pass("Flex pass")
                            : partners.nexudus().addPass(location, "Pass " + first, 10),
                    IntStream.range(0, EACH)
                            .mapToObj(next -> groups.get((from + next) % GROUPS))
                            .toList());
        }
        List<Long> passes = List.copyOf(earned.keySet());
        List<String> emails = Buyers.at(partners, "crowd", CUSTOMERS).emails();
        for (int number = 0; number < CUSTOMERS; number++) {
            String email = emails.get(number);
            long pass = passes.get(number % passes.size());
            partners.nexudus().buyPass(partners.nexudus().customer(email), pass);
            Objects.requireNonNull(earned.get(pass))
                    .forEach(group -> partners.salto().addByHand(email, group));
        }
        return earned;
    }

    private static void match(Harbour harbour, Map<Long, List<String>> earned) {
        Map<ItemId, Set<AccessGroupId>> matches = new HashMap<>();
        earned.forEach((pass, groups) -> matches.put(
                ItemId.pass(pass),
                groups.stream().map(UUID::fromString).map(AccessGroupId::new).collect(Collectors.toSet())));
        harbour.bean(Matching.class).publish(harbour.space(), matches, new AccountId(UUID.randomUUID()));
    }

    private static void slow(Partners partners) {
        partners.salto().fail("", Fault.slow(LATENCY).always());
        partners.nexudus().fail("", Fault.slow(LATENCY).always());
    }

    private static RunRow run(Harbour harbour) {
        long before = harbour.lastFull().map(RunRow::number).orElse(0L);
        harbour.bean(Sync.class).again(harbour.space(), Subject.wholeSpace(), "measured");
        long end = System.nanoTime() + LONGEST.toNanos();
        while (harbour.lastFull()
                .filter(run -> run.number() > before && run.outcome() != RunOutcome.RUNNING)
                .isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("No full run ended within " + LONGEST);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return harbour.lastFull().orElseThrow();
    }

    private static double seconds(RunRow run) {
        return Duration.between(run.startedAt(), run.endedAt().orElseThrow()).toMillis() / 1e3;
    }

    /** Each page once: what was asked twice is no excuse. */
    private static long pages(Calls calls) {
        return calls.reads().all().stream()
                .map(call -> call.partner() + call.path() + "?" + call.query())
                .distinct()
                .count();
    }
}
