package app.latchkey.nexudus;

import app.latchkey.entitlement.Purchase;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All that Nexudus says about a location, as of one reading.
 *
 * @param startedAt nothing in it is older
 */
public record FullRead(
        Instant startedAt,
        List<Item> items,
        List<Customer> customers,
        List<Purchase> purchases,
        Map<Source, SourceRead> sources) {

    public FullRead {
        items = List.copyOf(items);
        customers = List.copyOf(customers);
        purchases = List.copyOf(purchases);
        sources = Map.copyOf(sources);
    }

    public SourceRead source(Source source) {
        return Objects.requireNonNull(sources.get(source), source::name);
    }

    /** Whether every source was read whole, so that what is not here is not there. */
    public boolean isComplete() {
        return Arrays.stream(Source.values()).noneMatch(this::lacks);
    }

    /** Whether something of a source may be missing. What has no part in this way of reading lacks nothing. */
    public boolean lacks(Source source) {
        SourceRead read = sources.get(source);
        return read == null ? ofThisWay().contains(source) : !read.complete();
    }

    private Set<Source> ofThisWay() {
        boolean decided = sources.containsKey(Source.DECISIONS) && !sources.containsKey(Source.PASSES);
        return decided ? Source.OF_DECISIONS : Source.OF_PURCHASES;
    }
}
