package app.latchkey.bench;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.product.RunningProduct;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.Runs;
import app.latchkey.sync.work.DueWork;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandbox.http.Call;
import sandbox.http.Calls;

/** How often the partners are asked: what their limits make dear. */
@Benchmark
class CallsBench {

    private static final int CHANGES = 10;
    private static final int HOOKS = 10;

    @Test
    void asksNoMoreThanItMust(Report report) {
        try (RunningProduct product = RunningProduct.start()) {
            List<String> people =
                    Buyers.at(product.partners(), "caller", CHANGES + 1).emails();
            Harbour harbour = new Harbour(product);
            harbour.begin();
            harbour.fullRun();
            emptyReconcile(report, harbour);
            changes(report, harbour, people);
            hooks(report, harbour, people.getLast());
        }
        explain(report);
    }

    private static void emptyReconcile(Report report, Harbour harbour) {
        harbour.fullRun();
        harbour.partners().resetJournal();
        RunRow second = harbour.fullRun();
        Calls calls = harbour.partners().calls();
        int writes = harbour.partners().salto().calls().writes().count();
        report.add(Measure.atMost(0, "P2", "writes to Salto of a run without news", writes, "none"));
        report.add(repeats("P2", "reads of a run without news / each page once", calls.reads()));
        if (second.changedSomething()) {
            throw new AssertionError("A run without news changed something: " + second);
        }
    }

    private static void changes(Report report, Harbour harbour, List<String> people) {
        int writes = 0;
        int calls = 0;
        long different = 0;
        for (String email : people.subList(0, CHANGES)) {
            atRest(harbour);
            harbour.partners().resetJournal();
            Buyers.buy(harbour, email);
            atRest(harbour);
            writes += harbour.partners().salto().calls().writes().count();
            calls += harbour.partners().calls().count();
            different += different(harbour.partners().calls());
        }
        report.add(Measure.atMost(
                1,
                "P3",
                "writes to Salto per purchase / the one that lets in",
                writes / (double) CHANGES,
                "%d purchases".formatted(CHANGES)));
        report.add(Measure.atMost(
                1,
                "P3",
                "calls per purchase / the questions that differ",
                calls / (double) different,
                "%.1f calls and %.1f different ones for each purchase"
                        .formatted(calls / (double) CHANGES, different / (double) CHANGES)));
    }

    private static long different(Calls calls) {
        return calls.all().stream().map(CallsBench::request).distinct().count();
    }

    private static void hooks(Report report, Harbour harbour, String email) {
        long pass = harbour.partners().nexudus().pass("Flex pass");
        atRest(harbour);
        long before = targeted(harbour);
        for (int hook = 0; hook < HOOKS; hook++) {
            harbour.partners().nexudus().buyPass(harbour.customer(email).value(), pass);
        }
        eventually("in the group", () -> harbour.isIn(email, Buyers.FLEX));
        atRest(harbour);
        report.add(Measure.atMost(
                1,
                "P3",
                "runs for 10 webhooks about one customer",
                targeted(harbour) - (double) before,
                "no delay: the first is served at once, what comes meanwhile together"));
    }

    private static long targeted(Harbour harbour) {
        return harbour.bean(Runs.class).runs(harbour.space(), false, 0, 1_000).stream()
                .filter(run -> run.kind() == RunKind.TARGETED)
                .count();
    }

    /** Every webhook delivered, and nothing due before the next period. */
    private static void atRest(Harbour harbour) {
        eventually("quiet", () -> harbour.partners().nexudus().isQuiet() && nothingIsDue(harbour));
    }

    private static boolean nothingIsDue(Harbour harbour) {
        DueWork work = harbour.bean(DueWork.class);
        Instant now = harbour.partners().clock().instant();
        return harbour.bean(Scopes.class)
                .inSpace(
                        harbour.space(),
                        () -> work.dueCustomers(harbour.space(), now, 1).isEmpty()
                                && work.dueReadings(harbour.space(), now, 1).isEmpty());
    }

    private static Measure repeats(String id, String words, Calls calls) {
        long different = different(calls);
        return Measure.atMost(
                1,
                id,
                words,
                calls.count() / (double) different,
                "%d reads, %d different".formatted(calls.count(), different));
    }

    private static String request(Call call) {
        return call.partner() + call.method() + call.path() + "?" + call.query() + call.body();
    }

    private static void explain(Report report) {
        report.explain(
                "P2", "a full reconcile after which nothing was new; every list of the prepared space fits its pages.");
        report.explain("P3", """
            linked customers, each buying a pass told by webhook, until the Salto user is in the access group and nothing is due. A question that is
            asked twice counts twice. The webhooks come one after the other while the first is being served.
            """);
    }
}
