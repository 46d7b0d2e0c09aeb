package app.latchkey.sync.work;

import static app.latchkey.product.Eventually.eventually;
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
    private final Leases leases = leases(Duration.ofSeconds(30));
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

    /** Nobody says that a holder has died: the next one waits until its time is over. */
    @Test
    void lastsAsLongAsIsSet() {
        Leases brief = leases(Duration.ofSeconds(1));
        Lease abandoned = brief.acquire(space, "a").orElseThrow();
        eventually("another holds it", () -> brief.acquire(space, "b").isPresent());
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(abandoned::requireTime);
        Lease usable = leases.acquire(space, "b").orElseThrow();
        usable.requireTime();
    }

    private Leases leases(Duration length) {
        return new Leases(database.jdbc(), database.scopes(), length, Duration.ofHours(2));
    }

    private void expire() {
        database.scopes()
                .inSystem(() -> database.jdbc()
                        .sql("update space_lease set expires_at = clock_timestamp() - interval '1 second'")
                        .update());
    }
}
