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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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
    private static final List<String> GROUPS = List.of("Flex members", "Room 1 - ground floor", "Room 2");

    @Test
    void takesHardlyLongerThanItsPartners(Report report) {
        try (RunningProduct product = RunningProduct.start()) {
            fill(product.partners());
            Harbour harbour = new Harbour(product);
            match(harbour);
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
                    "full reconcile of %,d customers, %,d memberships / the time of its pages"
                            .formatted(CUSTOMERS, CUSTOMERS * GROUPS.size()),
                    Pairs.median(ratios),
                    "%.1f s against %d pages one after the other at %d ms, median of %d runs"
                            .formatted(Pairs.median(took), pages, LATENCY.toMillis(), RUNS)));
        }
        report.explain("P1", """
            the bound is the latency of each page that has to be read, one request at a time as we ask by choice, with pages of 200 at Nexudus and 100 at Salto
            and no rate limit. `-Dbench.full.customers=10000` measures the full size, which takes this machine too long for every run; one pass earns %d groups.
            """.formatted(GROUPS.size()));
    }

    private static void fill(Partners partners) {
        partners.nexudus().loseWebhooks(true);
        String site = partners.salto().site(PreparedWorld.HARBOUR_HOUSE);
        partners.salto().seats(site, CUSTOMERS * 2);
        List<String> groups =
                GROUPS.stream().map(name -> partners.salto().group(site, name)).toList();
        long pass = partners.nexudus().pass("Flex pass");
        for (String email : Buyers.at(partners, "crowd", CUSTOMERS).emails()) {
            partners.nexudus().buyPass(partners.nexudus().customer(email), pass);
            groups.forEach(group -> partners.salto().addByHand(email, group));
        }
    }

    private static void match(Harbour harbour) {
        harbour.bean(Matching.class)
                .publish(
                        harbour.space(),
                        Map.of(
                                ItemId.pass(harbour.partners().nexudus().pass("Flex pass")),
                                GROUPS.stream().map(harbour::group).collect(Collectors.<AccessGroupId>toSet())),
                        new AccountId(UUID.randomUUID()));
    }

    private static void slow(Partners partners) {
        partners.salto().fail("", Fault.delay(LATENCY).always());
        partners.nexudus().fail("", Fault.delay(LATENCY).always());
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
