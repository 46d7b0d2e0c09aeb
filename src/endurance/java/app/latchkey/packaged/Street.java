package app.latchkey.packaged;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Several houses at once, each with its own database, partners and processes: mostly they wait, for leases to end or for a freeze to be over. */
final class Street {

    private static final long SEED = Long.getLong("endurance.seed", 20_260_501L);

    /** What happens in one house. */
    @FunctionalInterface
    interface Fate {
        void befalls(HarbourAtRest house, RandomGenerator random) throws Exception;
    }

    private Street() {}

    /** Returns when it has happened in each of them; fails as the first of them that fails. */
    static void ofHouses(int number, Fate fate) throws Exception {
        List<HarbourAtRest> houses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(number)) {
            // One after the other: logging is set up anew for each, and only once at a time.
            for (int house = 0; house < number; house++) {
                houses.add(HarbourAtRest.setUpForManyChanges());
            }
            List<Future<?>> fates = new ArrayList<>();
            for (int house = 0; house < number; house++) {
                HarbourAtRest one = houses.get(house);
                RandomGenerator random = RandomGeneratorFactory.getDefault().create(SEED + house);
                fates.add(threads.submit(() -> {
                    fate.befalls(one, random);
                    return true;
                }));
            }
            for (Future<?> each : fates) {
                each.get();
            }
        } finally {
            houses.forEach(HarbourAtRest::close);
        }
    }
}
