package app.latchkey.neighbours;

import app.latchkey.sync.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import sandbox.http.Call;
import sandbox.http.Calls;
import sandbox.world.Terrace;

/**
 * What became of some purchases at good houses: how long each took, and what Salto was told.
 *
 * @param whole in which all of them were let in, round by round
 */
record Purchases(List<Duration> taken, Duration whole, int late, int wrong, int writes, int doubled) {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Nothing may come later. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private static final int AT_ONCE = 8;
    private static final Duration NOTED = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** At each house, {@code rounds} times: many at once, and yet not more than are served at once. */
    static Purchases at(Map<House, Iterator<String>> houses, int rounds) {
        houses.keySet().iterator().next().partners().resetJournal();
        AtomicInteger wrong = new AtomicInteger();
        List<Duration> taken = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService buying = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int round = 0; round < rounds; round++) {
                List<Future<Duration>> asked = new ArrayList<>();
                houses.forEach((house, buyers) -> asked.add(buying.submit(() -> buy(house, buyers.next(), wrong))));
                for (Future<Duration> each : asked) {
                    taken.add(taken(each));
                }
            }
        }
        Duration whole = Duration.ofNanos(System.nanoTime() - begun);
        Calls writes = writesNoted(houses, taken.size());
        return new Purchases(taken, whole, late(taken), wrong.get(), writes.count(), doubled(writes));
    }

    private static Duration buy(House house, String email, AtomicInteger wrong) {
        wrong.addAndGet(isIn(house, email) ? 1 : 0);
        house.buysAPass(email);
        Duration taken = until(house, email);
        wrong.addAndGet(isIn(house, email) ? 0 : 1);
        return taken;
    }

    private static Duration taken(Future<Duration> purchase) {
        try {
            return purchase.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while somebody waited for a door", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A purchase could not be made", failed);
        }
    }

    /** Of both together. */
    Purchases and(Purchases more) {
        List<Duration> both = new ArrayList<>(taken);
        both.addAll(more.taken);
        return new Purchases(
                both,
                whole.plus(more.whole),
                late + more.late,
                wrong + more.wrong,
                writes + more.writes,
                doubled + more.doubled);
    }

    /** Let in per second. */
    double throughput() {
        return taken.size() / (whole.toMillis() / 1e3);
    }

    private static boolean isIn(House house, String email) {
        return house.isIn(email, Terrace.MEMBERS);
    }

    private static Duration until(House house, String email) {
        long begun = System.nanoTime();
        while (!isIn(house, email) && System.nanoTime() - begun < LONGEST.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static int late(List<Duration> taken) {
        return (int) taken.stream().filter(one -> one.compareTo(LATE) > 0).count();
    }

    /** Somebody is in a moment before the call that let him in is in the journal. */
    private static Calls writesNoted(Map<House, Iterator<String>> houses, int expected) {
        long begun = System.nanoTime();
        while (writes(houses).count() < expected && System.nanoTime() - begun < NOTED.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return writes(houses);
    }

    private static Calls writes(Map<House, Iterator<String>> houses) {
        Calls all = houses.keySet().iterator().next().partners().salto().calls();
        return all.writes()
                .to("/access_groups/.*/users")
                .where(call ->
                        houses.keySet().stream().anyMatch(house -> call.path().contains(house.site())));
    }

    private static int doubled(Calls writes) {
        return writes.count()
                - writes.all().stream()
                        .map(Purchases::deed)
                        .collect(Collectors.toSet())
                        .size();
    }

    private static String deed(Call call) {
        return call.method() + call.path() + call.body();
    }

    boolean isSound() {
        return late == 0 && wrong == 0 && doubled == 0 && writes == taken.size();
    }

    Duration p95() {
        return sorted().get((int) Math.ceil(taken.size() * 0.95) - 1);
    }

    Duration median() {
        return sorted().get(taken.size() / 2);
    }

    Duration slowest() {
        return sorted().getLast();
    }

    private List<Duration> sorted() {
        return taken.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
