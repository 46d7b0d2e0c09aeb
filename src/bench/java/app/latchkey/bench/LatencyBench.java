package app.latchkey.bench;

import app.latchkey.product.RunningProduct;
import app.latchkey.sync.Harbour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.junit.jupiter.api.Test;

/** How soon a webhook becomes a write, beside the job server that only looks at times whether there is something to do. */
@Benchmark
class LatencyBench {

    /** Above fifty within an hour, with those of the beginning, grants wait for somebody's yes. */
    private static final int CHANGES = Integer.getInteger("bench.latency.changes", 36);

    private static final int JOBS = 12;
    private static final int LONGEST_PAUSE_MILLIS = 700;

    private final Random random = new Random(11);

    @Test
    void fromWebhookToWrite(Report report) {
        try (RunningProduct product = RunningProduct.start()) {
            Buyers buyers = Buyers.at(product.partners(), "hook", CHANGES);
            Harbour harbour = new Harbour(product);
            harbour.begin();
            harbour.fullRun();
            List<Duration> ours = buyers.emails().stream()
                    .map(email -> fromHook(harbour, email))
                    .toList();
            List<Duration> polled = polled(product);
            double p95 = Buyers.p95(ours);
            report.add(Measure.atMost(
                    300,
                    "P4",
                    "webhook taken to Salto's write, p95 of %d, ms".formatted(CHANGES),
                    p95 * 1e3,
                    "median %.0f ms".formatted(Buyers.median(ours) * 1e3)));
            report.add(Measure.atMost(
                    0.1,
                    "P4",
                    "the same / a job that waits for JobRunr's poll, p95",
                    p95 / Buyers.p95(polled),
                    "%.0f ms against %.0f ms, p95 of %d jobs".formatted(p95 * 1e3, Buyers.p95(polled) * 1e3, JOBS)));
        }
        report.explain("P4", """
            purchases at random moments, from the webhook's delivery to the moment at which Salto has done the write; the time that both partners take
            to answer is counted in. The baseline is a job that does nothing, enqueued with the same JobRunr, whose poll is the shortest that it allows.
            """);
    }

    private Duration fromHook(Harbour harbour, String email) {
        pause(LONGEST_PAUSE_MILLIS);
        harbour.partners().resetJournal();
        int before = harbour.partners().nexudus().deliveries().size();
        if (Buyers.buy(harbour, email).equals(Buyers.LONGEST)) {
            throw new IllegalStateException("Nobody let " + email + " in");
        }
        Instant told = harbour.partners().nexudus().deliveries().get(before).at();
        Instant written =
                harbour.partners().salto().calls().writes().all().getLast().at();
        return Duration.between(told, written);
    }

    private List<Duration> polled(RunningProduct product) {
        Noticed noticed = new Noticed();
        product.context().getBeanFactory().registerSingleton("noticed", noticed);
        List<Duration> taken = new ArrayList<>();
        for (int job = 0; job < JOBS; job++) {
            pause(LONGEST_PAUSE_MILLIS);
            long begun = System.nanoTime();
            product.bean(JobRequestScheduler.class).enqueue(new Noticed.Request());
            taken.add(Duration.ofNanos(noticed.next() - begun));
        }
        return taken;
    }

    private void pause(int longestMillis) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(longestMillis)).toNanos());
    }

    /** Does nothing but know when it ran. Public, because JobRunr calls it. */
    public static final class Noticed implements JobRequestHandler<Noticed.Request> {

        public record Request() implements JobRequest {

            @Override
            public Class<Noticed> getJobRequestHandler() {
                return Noticed.class;
            }
        }

        private volatile CompletableFuture<Long> ran = new CompletableFuture<>();

        @Override
        public void run(Request request) {
            ran.complete(System.nanoTime());
        }

        long next() {
            long at = ran.join();
            ran = new CompletableFuture<>();
            return at;
        }
    }
}
