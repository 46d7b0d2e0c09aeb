package app.latchkey.neighbours;

import app.latchkey.sync.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import sandbox.http.Call;
import sandbox.http.Calls;
import sandbox.world.Terrace;

/** What became of some purchases at good houses: how long each took, and what Salto was told. */
record Purchases(List<Duration> taken, int late, int wrong, int writes, int doubled) {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Nothing may come later. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(10);

    /** At each house in turn, {@code number} times. */
    static Purchases at(Map<House, Iterator<String>> houses, int number) {
        houses.keySet().iterator().next().partners().resetJournal();
        List<Duration> taken = new ArrayList<>();
        int wrong = 0;
        for (int purchase = 0; purchase < number; purchase++) {
            for (Map.Entry<House, Iterator<String>> one : houses.entrySet()) {
                String email = one.getValue().next();
                wrong += isIn(one.getKey(), email) ? 1 : 0;
                one.getKey().buysAPass(email);
                taken.add(until(one.getKey(), email));
                wrong += isIn(one.getKey(), email) ? 0 : 1;
            }
        }
        Calls writes = writes(houses);
        return new Purchases(taken, late(taken), wrong, writes.count(), doubled(writes));
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
