package app.latchkey.sync.plan;

import app.latchkey.sync.plan.Decision.Keep;
import java.time.Instant;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.RandomAccess;

/**
 * What a plan plainly keeps, by user and group. Each decision is made for whoever reads it: of a million of them most uses of a plan need none.
 */
final class Kept extends AbstractList<Keep> implements RandomAccess {

    private final NumberedInput input;
    private final Instant now;
    private final int[] pairs;

    Kept(NumberedInput input, BitSet pairs, Instant now) {
        this.input = input;
        this.now = now;
        this.pairs = pairs.stream().toArray();
    }

    @Override
    public Keep get(int index) {
        return input.keep(pairs[index], now);
    }

    @Override
    public int size() {
        return pairs.length;
    }
}
