package app.latchkey.simulation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records come, go and change while the product's own clients read them page by page, in random stories: nobody who was entitled all the time is
 * put out. {@code -Dsimulation.first=4711 -Dsimulation.seeds=1} tells one again. What a single list makes of such changes is tried far more often by
 * {@code ListsTest} and {@code SaltoPagesTest}.
 */
@ExtendWith(QuietEngine.class)
class ChangingListsTest {

    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 30);
    private static final int ROUNDS = 3;
    private static final RandomStories STORIES = new RandomStories(seed -> Story.ofChangingLists(seed, ROUNDS));

    @Test
    void putsNobodyOutWhoWasEntitledAllTheTime() {
        STORIES.keepEveryPromise(FIRST, SEEDS);
    }
}
