package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Entitlements with their pairs, their windows in seconds, and where each pair's are. */
final class NumberedEntitlements {

    private final NumberedRows<Entitlement> rows;
    private final long[] begins;
    private final long[] ends;
    /** Sorted; each a pair and, in its lower half, the index of a row about it. */
    private final long[] byPair;

    NumberedEntitlements(NumberedRows<Entitlement> rows) {
        this.rows = rows;
        this.begins = new long[rows.size()];
        this.ends = new long[rows.size()];
        this.byPair = new long[rows.size()];
        for (int index = 0; index < rows.size(); index++) {
            Window window = rows.row(index).window();
            begins[index] = window.from().getEpochSecond();
            ends[index] = window.end().map(Instant::getEpochSecond).orElse(Long.MAX_VALUE);
            byPair[index] = (long) rows.pair(index) << Integer.SIZE | index;
        }
        Arrays.sort(byPair);
    }

    /**
     * The pairs of which an entitlement holds for certain: its window began in an earlier second and ends in a later one. Whether one holds that
     * begins or ends in this very second, the numbers do not say.
     */
    BitSet pairsAt(Instant now, int count) {
        long second = now.getEpochSecond();
        BitSet pairs = new BitSet(count);
        for (int index = 0; index < begins.length; index++) {
            if (begins[index] < second && second < ends[index] && rows.pair(index) != OrdinaryPairs.NONE) {
                pairs.set(rows.pair(index));
            }
        }
        return pairs;
    }

    /** All that are about one pair, whether they hold or not. */
    List<Entitlement> about(int pair) {
        List<Entitlement> found = new ArrayList<>(1);
        int first = -1 - Arrays.binarySearch(byPair, ((long) pair << Integer.SIZE) - 1);
        for (int next = first; next < byPair.length && byPair[next] >> Integer.SIZE == pair; next++) {
            found.add(rows.row((int) byPair[next]));
        }
        return found;
    }

    List<Entitlement> besides(BitSet pairs) {
        return rows.besides(pairs);
    }
}
