package app.latchkey.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Two ways of doing the same, measured by turns, so that whatever else the machine does meets both.
 *
 * @param ours seconds, one per turn
 * @param baseline seconds of the same turns
 */
record Pairs(double[] ours, double[] baseline) {

    /** @param warmUp turns that do not count */
    static Pairs measure(int warmUp, int turns, Runnable ours, Runnable baseline) {
        return measure(warmUp, turns, () -> seconds(ours), () -> seconds(baseline));
    }

    /** Where a turn has something to prepare, and says itself how many seconds the rest took. */
    static Pairs measure(int warmUp, int turns, DoubleSupplier ours, DoubleSupplier baseline) {
        double[] one = new double[turns];
        double[] other = new double[turns];
        for (int turn = -warmUp; turn < turns; turn++) {
            double took = ours.getAsDouble();
            double compared = baseline.getAsDouble();
            if (turn >= 0) {
                one[turn] = took;
                other[turn] = compared;
            }
        }
        return new Pairs(one, other);
    }

    /** As {@link #measure(int, int, Runnable, Runnable)}, of work without waiting: only this thread's own processor time counts. */
    static Pairs compute(int warmUp, int turns, Runnable ours, Runnable baseline) {
        return measure(warmUp, turns, () -> processorSeconds(ours), () -> processorSeconds(baseline));
    }

    private static double processorSeconds(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - begun) / 1e9;
    }

    static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    /** The median over the turns of our time in parts of the baseline's. */
    double ratio() {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, turn -> ours[turn] / baseline[turn]);
        return median(ratios);
    }

    /** The baseline in parts of ours: how many times faster we are. */
    double speedUp() {
        return 1 / ratio();
    }

    /** Both medians, for the report. */
    String figures() {
        return "%s against %s, median of %d turns".formatted(time(median(ours)), time(median(baseline)), ours.length);
    }

    private static String time(double seconds) {
        return seconds < 1
                ? String.format(Locale.ROOT, "%.3g ms", seconds * 1e3)
                : String.format(Locale.ROOT, "%.2f s", seconds);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
