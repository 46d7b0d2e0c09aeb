package app.latchkey.nexudus;

import app.latchkey.entitlement.Purchase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        return sources.size() == Source.values().length
                && sources.values().stream().allMatch(SourceRead::complete);
    }
}
