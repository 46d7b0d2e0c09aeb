package app.latchkey.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.space.TestDatabase;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is sorted in the database and what is sorted here stand in the same order. */
class NaturalOrderIT {

    private static final String PARTS =
            "Room;room;Desk; ;-;1;2;9;10;007;0;12;123456789012;1234567890123;00000000000012";
    private static final int NAMES = 2_000;

    private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(7);
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void theDatabaseCountsInTheSameWay() {
        List<String> names = Stream.generate(this::name).distinct().limit(NAMES).toList();
        List<String> sorted = database.scopes()
                .inSystem(() -> database.jdbc()
                        .sql("select name from unnest(:names) name order by natural_order(name), name collate \"C\"")
                        .param("names", names.toArray(String[]::new))
                        .query(String.class)
                        .list());
        assertThat(sorted)
                .isEqualTo(names.stream().sorted(NaturalOrder.ofNames()).toList())
                .isNotEqualTo(names.stream().sorted().toList());
    }

    private String name() {
        List<String> parts = List.of(PARTS.split(";"));
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(_ -> parts.get(random.nextInt(parts.size())))
                .collect(Collectors.joining());
    }
}
