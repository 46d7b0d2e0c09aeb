package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Booking;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was noted while a clock was ahead hides nothing that is read once it is right again, or by a node whose clock is right. */
class ClockSetBackIT {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Instant AHEAD = NOW.plus(Duration.ofMinutes(5));
    private static final CustomerId ANA = new CustomerId(1);

    private final TestDatabase database = TestDatabase.fresh();
    private final SpaceId space = TestSpaces.aSpace(database, "harbour");

    @Test
    void suspendsSomebodyWhoWasSeenByAClockThatWasAhead() {
        replace(AHEAD, facts(true, AHEAD, booking()));
        replace(NOW, facts(false, NOW));
        assertThat(customer()).map(Customer::active).contains(false);
        assertThat(purchases()).isEmpty();
    }

    @Test
    void forgetsSomebodyWhoWasSeenByAClockThatWasAhead() {
        replace(AHEAD, facts(true, AHEAD));
        replace(NOW, new CustomerFacts(ana(false), List.of(), true, true, NOW));
        assertThat(customer()).isEmpty();
        replace(NOW, facts(true, NOW));
        assertThat(customer()).isPresent();
    }

    @Test
    void clearsAwayInAWholeReadingWhatAClockThatWasAheadHadSeen() {
        replace(AHEAD, facts(true, AHEAD, booking()));
        inSpace(NOW, seen -> seen.replaceAll(new FullRead(NOW, List.of(), List.of(), List.of(), complete(Set.of()))));
        assertThat(customer()).isEmpty();
        assertThat(purchases()).isEmpty();
    }

    @Test
    void keepsWhatAClockThatWasAheadHadSeenAndAReadingSetsAside() {
        replace(AHEAD, facts(true, AHEAD, booking()));
        inSpace(NOW, seen -> seen.replaceAll(new FullRead(NOW, List.of(), List.of(), List.of(), complete(Set.of(1L)))));
        assertThat(customer()).isPresent();
        assertThat(purchases()).hasSize(1);
    }

    /** That a long reading brings what is older than what is known: the same clock says so. */
    @Test
    void letsNothingNewerGiveWay() {
        replace(AHEAD, facts(false, AHEAD));
        replace(AHEAD, facts(true, NOW));
        assertThat(customer()).map(Customer::active).contains(false);
    }

    private static Map<Source, SourceRead> complete(Set<Long> setAside) {
        Map<Source, SourceRead> sources = new EnumMap<>(Source.class);
        for (Source source : Set.of(Source.CUSTOMERS, Source.BOOKINGS)) {
            sources.put(source, new SourceRead(source, true, 0, 0, List.of(), setAside, Optional.empty()));
        }
        return sources;
    }

    private static CustomerFacts facts(boolean active, Instant seenAt, Booking... bought) {
        return new CustomerFacts(ana(active), List.of(bought), false, true, seenAt);
    }

    private static Customer ana(boolean active) {
        return new Customer(ANA, new UUID(0, 1), Optional.empty(), "Ana", Optional.empty(), active, false, List.of());
    }

    private static Booking booking() {
        return new Booking(1, ANA, List.of(), NOW, AHEAD, false);
    }

    private Optional<Customer> customer() {
        return database.scopes().inSpace(space, () -> seen(NOW).customer(ANA));
    }

    private List<?> purchases() {
        return database.scopes().inSpace(space, () -> seen(NOW).allPurchases());
    }

    private void replace(Instant now, CustomerFacts facts) {
        inSpace(now, seen -> seen.replaceCustomer(facts));
    }

    private void inSpace(Instant now, Consumer<Snapshot> work) {
        database.scopes().inSpace(space, () -> work.accept(seen(now)));
    }

    private Snapshot seen(Instant now) {
        JdbcClient jdbc = database.jdbc();
        return new Snapshot(
                new CustomerRows(jdbc),
                new PurchaseRows(jdbc),
                new ItemRows(jdbc),
                new SourceRows(jdbc),
                new TeamRows(jdbc),
                new VisitorRows(jdbc),
                new InvoiceRows(jdbc),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
