package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.latchkey.Case;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseIT {

    private final TestDatabase database = TestDatabase.fresh();
    private final Leases leases = new Leases(database.jdbc(), database.scopes(), Duration.ofHours(2));
    private final SpaceId space = TestSpaces.aSpace(database, "harbour");

    @Case(42)
    @Test
    void servesASpaceOnceAtATime() {
        Lease first = leases.acquire(space, "a").orElseThrow();
        assertThat(leases.acquire(space, "b")).isEmpty();
        leases.release(first);
        assertThat(leases.acquire(space, "b"))
                .hasValueSatisfying(second -> assertThat(second.epoch()).isGreaterThan(first.epoch()));
    }

    @Case(42)
    @Test
    void refusesTheWritesOfAHolderWhoWasFrozen() {
        Lease frozen = leases.acquire(space, "a").orElseThrow();
        expire();
        Lease next = leases.acquire(space, "b").orElseThrow();
        assertThatExceptionOfType(LeaseLost.class)
                .isThrownBy(() -> database.scopes().inSpace(space, () -> leases.requireHeld(frozen)));
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(frozen::requireTime);
        assertThat(leases.extend(frozen)).isFalse();
        database.scopes().inSpace(space, () -> leases.requireHeld(next));
    }

    @Test
    void givesAHolderItsOwnBackWithoutWaiting() {
        Lease unreleased = leases.acquire(space, "a").orElseThrow();
        Lease again = leases.acquire(space, "a").orElseThrow();
        assertThatExceptionOfType(LeaseLost.class)
                .isThrownBy(() -> database.scopes().inSpace(space, () -> leases.requireHeld(unreleased)));
        database.scopes().inSpace(space, () -> leases.requireHeld(again));
        assertThat(leases.acquire(space, "b")).isEmpty();
    }

    private void expire() {
        database.scopes()
                .inSystem(() -> database.jdbc()
                        .sql("update space_lease set expires_at = clock_timestamp() - interval '1 second'")
                        .update());
    }
}
