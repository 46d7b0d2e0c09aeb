package sandbox.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Counts requests in sliding windows of real time, and admits none when one is full. */
public final class Throttle {

    /** At most {@code requests} in {@code duration}. */
    public record Window(int requests, Duration duration) {}

    private final List<Window> all;
    private final List<Window> writes;
    private final Deque<Long> allTimes = new ArrayDeque<>();
    private final Deque<Long> writeTimes = new ArrayDeque<>();

    private Throttle(List<Window> all, List<Window> writes) {
        this.all = all;
        this.writes = writes;
    }

    public static Throttle none() {
        return new Throttle(List.of(), List.of());
    }

    /** The figures that Nexudus publishes. */
    public static Throttle published() {
        return new Throttle(
                List.of(
                        new Window(10, Duration.ofMillis(100)),
                        new Window(120, Duration.ofMinutes(1)),
                        new Window(5_000, Duration.ofHours(1))),
                List.of(new Window(60, Duration.ofMinutes(1))));
    }

    public static Throttle of(int requests, Duration duration) {
        return new Throttle(List.of(new Window(requests, duration)), List.of());
    }

    public synchronized boolean admits(boolean write) {
        long now = System.nanoTime();
        if (isFull(all, allTimes, now) || (write && isFull(writes, writeTimes, now))) {
            return false;
        }
        allTimes.addLast(now);
        if (write) {
            writeTimes.addLast(now);
        }
        return true;
    }

    private static boolean isFull(List<Window> windows, Deque<Long> times, long now) {
        while (!times.isEmpty() && now - times.peekFirst() > Duration.ofHours(1).toNanos()) {
            times.removeFirst();
        }
        return windows.stream()
                .anyMatch(window -> times.stream()
                                .filter(time -> now - time < window.duration().toNanos())
                                .count()
                        >= window.requests());
    }
}
