package app.latchkey.salto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of Salto's that change while they are read: whoever is there all the time is found, or nothing is said. */
class SaltoPagesTest {

    private static final int SEEDS = Integer.getInteger("paging.seeds", 2_000);

    /** Between two pages somebody comes or goes, wherever in the list. */
    private static final class Changing {

        private final SplittableRandom random;
        private final List<String> rows = new ArrayList<>();
        private final Set<String> always;
        private int number;

        Changing(long seed) {
            random = new SplittableRandom(seed);
            IntStream.range(0, 1 + random.nextInt(12)).forEach(_ -> comes());
            always = new HashSet<>(rows);
        }

        private void comes() {
            rows.add(random.nextInt(rows.size() + 1), "row " + ++number);
        }

        private List<String> page() {
            List<String> now = List.copyOf(rows);
            for (int changes = random.nextInt(4) - 1; changes > 0; changes--) {
                if (random.nextBoolean() || rows.isEmpty()) {
                    comes();
                } else {
                    always.remove(rows.remove(random.nextInt(rows.size())));
                }
            }
            return now;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsWhoeverIsThereAllTheTime(boolean links) {
        int read = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Changing list = new Changing(seed);
            try {
                List<String> found = new SaltoByPages(3, links).all(list::page, row -> row);
                assertThat(found).as("Seed %d", seed).containsAll(list.always).doesNotHaveDuplicates();
                read++;
            } catch (PartnerFailure failure) {
                assertThat(failure.category()).isEqualTo(Category.UNREADABLE);
            }
        }
        assertThat(read).isGreaterThan(SEEDS / 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAnewWhenSomebodyHasGoneWhoWasOnAnEarlierPage(boolean links) {
        List<String> rows = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g"));
        List<List<String>> pages = new ArrayList<>();
        assertThat(new SaltoByPages(3, links)
                        .all(
                                () -> {
                                    pages.add(List.copyOf(rows));
                                    rows.remove("b");
                                    return pages.getLast();
                                },
                                row -> row))
                .containsExactly("a", "c", "d", "e", "f", "g");
        assertThat(pages).as("two of the first time, three of the second").hasSize(5);
    }

    @Test
    void saysNothingOfAListThatChangesFasterThanItIsRead() {
        List<String> rows = new ArrayList<>();
        IntStream.range(0, 100).forEach(number -> rows.add("row " + number));
        assertThatExceptionOfType(PartnerFailure.class)
                .isThrownBy(() -> new SaltoByPages(10, false)
                        .all(
                                () -> {
                                    List<String> now = List.copyOf(rows);
                                    rows.removeFirst();
                                    return now;
                                },
                                row -> row))
                .matches(failure -> failure.is(Category.UNREADABLE));
    }
}
