package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.SpaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists of Nexudus's that change while they are read: whoever is there all the time is found, or the list does not pass for whole. */
class ListsTest {

    private static final int SEEDS = Integer.getInteger("paging.seeds", 2_000);
    private static final SpaceId SPACE = new SpaceId(new UUID(0, 1));

    /** Between two pages records come and go: new ones last, and wherever they are in order those which a filter has left out so far. */
    private static final class Changing {

        private final SplittableRandom random;
        private final TreeMap<Long, ObjectNode> records = new TreeMap<>();
        private final Set<Long> always;
        private long number;

        Changing(long seed) {
            random = new SplittableRandom(seed);
            IntStream.range(0, 1 + random.nextInt(12)).forEach(_ -> comes());
            always = new HashSet<>(records.keySet());
        }

        private void comes() {
            number += 1 + random.nextInt(3);
            put(number);
        }

        private void put(long id) {
            records.put(id, JsonNodeFactory.instance.objectNode().put("Id", id));
        }

        private List<ObjectNode> page() {
            List<ObjectNode> now = List.copyOf(records.values());
            for (int changes = random.nextInt(4) - 1; changes > 0; changes--) {
                change();
            }
            return now;
        }

        private void change() {
            List<Long> ids = new ArrayList<>(records.keySet());
            switch (random.nextInt(3)) {
                case 0 -> comes();
                case 1 -> put(1 + random.nextLong(number));
                default -> {
                    if (!ids.isEmpty()) {
                        long gone = ids.get(random.nextInt(ids.size()));
                        records.remove(gone);
                        always.remove(gone);
                    }
                }
            }
        }
    }

    @Test
    void findsWhoeverIsThereAllTheTime() {
        int whole = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Changing list = new Changing(seed);
            Lists.Result read = NexudusByPages.lists((space, path) -> list.page())
                    .all(SPACE, Entity.COWORKER, List.of(), (soFar, total) -> {});
            if (read.failure().isEmpty()) {
                assertThat(read.rows()).as("Seed %d", seed).extracting(Row::id).containsAll(list.always);
                whole++;
            }
        }
        assertThat(whole).isGreaterThan(SEEDS / 2);
    }
}
