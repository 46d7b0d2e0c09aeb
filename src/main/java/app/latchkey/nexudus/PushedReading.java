package app.latchkey.nexudus;

import app.latchkey.entitlement.Purchase;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Readings of a space for which Nexudus decides: they ask nobody, but what it has pushed. Of a customer of whom it never spoke nothing is
 * known, which is not the same as knowing that he has nothing.
 */
@Component
class PushedReading {

    private final Scopes scopes;
    private final PushRows pushes;
    private final AcsRows addresses;
    private final Clock clock;

    PushedReading(Scopes scopes, PushRows pushes, AcsRows addresses, Clock clock) {
        this.scopes = scopes;
        this.pushes = pushes;
        this.addresses = addresses;
        this.clock = clock;
    }

    FullRead all(SpaceId space, ProgressListener progress) {
        Instant now = clock.instant();
        return scopes.inSpace(space, () -> {
            List<Customer> customers = pushes.customers();
            List<Purchase> decisions = List.copyOf(pushes.decisions());
            Map<Source, SourceRead> sources = Stream.of(
                            whole(Source.CUSTOMERS, customers.size(), List.of()),
                            whole(Source.DECISIONS, decisions.size(), faults(space)))
                    .collect(Collectors.toMap(SourceRead::source, Function.identity()));
            sources.values().forEach(read -> progress.read(read.source(), read.rows(), read.total()));
            return new FullRead(now, List.of(), customers, decisions, sources);
        });
    }

    CustomerFacts of(SpaceId space, CustomerId customer) {
        Instant now = clock.instant();
        return scopes.inSpace(
                space,
                () -> pushes.customer(customer)
                        .map(known ->
                                new CustomerFacts(known, List.copyOf(pushes.decisions(customer)), false, true, now))
                        .orElseGet(() -> new CustomerFacts(neverSpokenOf(customer), List.of(), false, false, now)));
    }

    Changes since(SpaceId space, Instant since) {
        Instant now = clock.instant();
        Set<CustomerId> customers = scopes.inSpace(space, () -> pushes.since(since));
        return new Changes(now, customers, 0, Map.of());
    }

    /** What was said that opens nothing or could not be understood, each in a sentence; within the space's scope. */
    List<String> faults(SpaceId space) {
        List<String> faults = new ArrayList<>(pushes.faults());
        addresses.unreadable(space).map(Unreadable::words).ifPresent(faults::add);
        return faults;
    }

    private static SourceRead whole(Source source, int rows, List<String> quarantined) {
        return new SourceRead(source, true, rows, rows, quarantined, Set.of(), Optional.empty());
    }

    private static Customer neverSpokenOf(CustomerId id) {
        return new Customer(
                id,
                new UUID(0, id.value()),
                Optional.empty(),
                "Customer " + id,
                Optional.empty(),
                true,
                false,
                List.of());
    }
}
