package app.latchkey.sync.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/** Rows of one kind, each with the number of the pair that it is about: see {@link OrdinaryPairs}. */
final class NumberedRows<T> {

    private final List<T> rows;
    private final int[] pairs;

    private NumberedRows(List<T> rows, int[] pairs) {
        this.rows = rows;
        this.pairs = pairs;
    }

    static <T> NumberedRows<T> of(Collection<T> rows, ToIntFunction<T> pair) {
        List<T> list = List.copyOf(rows);
        return new NumberedRows<>(list, list.stream().mapToInt(pair).toArray());
    }

    int size() {
        return pairs.length;
    }

    T row(int index) {
        return rows.get(index);
    }

    /** {@link OrdinaryPairs#NONE} where the row is about an odd one. */
    int pair(int index) {
        return pairs[index];
    }

    /**
     * Every pair that a row is about.
     *
     * @param count how many pairs there are
     */
    BitSet pairs(int count) {
        BitSet all = new BitSet(count);
        for (int pair : pairs) {
            if (pair != OrdinaryPairs.NONE) {
                all.set(pair);
            }
        }
        return all;
    }

    /** The rows about all other pairs than {@code these}, in their order. */
    List<T> besides(BitSet these) {
        List<T> others = new ArrayList<>();
        for (int index = 0; index < pairs.length; index++) {
            if (pairs[index] == OrdinaryPairs.NONE || !these.get(pairs[index])) {
                others.add(rows.get(index));
            }
        }
        return others;
    }
}
