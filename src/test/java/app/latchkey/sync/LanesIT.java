package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.product.RunningProduct;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.http.Call;
import sandbox.http.Calls;
import sandbox.http.Throttle;
import sandbox.world.Terrace;

/** Two spaces of which one has much to do at once, at a Salto that answers its requests beyond a few each second with 429. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanesIT {

    private static final int LEAVERS = 40;
    private static final int COMERS = 12;

    private final RunningProduct product = RunningProduct.withTerrace(2);
    private final House large = House.ofTerrace(product, 1);
    private final House small = House.ofTerrace(product, 2);

    @AfterAll
    void close() {
        product.close();
    }

    @Case(47)
    @Test
    void letsInBeforeItTakesOutAndTheSmallSpaceWaitsForNeither() {
        Instant now = product.partners().clock().instant().truncatedTo(ChronoUnit.MINUTES);
        Instant change = now.plus(2, ChronoUnit.HOURS);
        List<String> leavers = large.people("leaver", LEAVERS);
        List<String> comers = large.people("comer", COMERS);
        List<String> guests = small.people("guest", 3);
        leavers.forEach(email -> book(email, now, change.minus(Duration.ofMinutes(15))));
        comers.forEach(email -> book(email, change.plus(Duration.ofMinutes(16)), change.plus(Duration.ofHours(1))));
        large.begin();
        small.begin();
        eventually("all leavers in", () -> areIn(leavers));
        large.fullRun();
        small.fullRun();

        product.partners().salto().throttle(Terrace.house(1), Throttle.of(8, Duration.ofSeconds(1)));
        product.partners().resetJournal();
        product.partners().clock().moveTo(change.plus(Duration.ofMinutes(1)));
        assertThat(guests).allSatisfy(email -> assertThat(letIn(email)).isLessThan(Duration.ofSeconds(5)));
        assertThat(leavers).as("still under way").anyMatch(email -> large.isIn(email, Terrace.ROOM));

        eventually(
                "all comers in and all leavers out",
                () -> areIn(comers) && leavers.stream().noneMatch(email -> large.isIn(email, Terrace.ROOM)));
        assertThat(removalsBeforeTheLastGrant()).isLessThan(LEAVERS / 2);
        assertThat(callsAbout(large).answered(429).count()).isPositive();
        assertThat(callsAbout(small).answered(429).count()).isZero();
    }

    private void book(String email, Instant from, Instant to) {
        product.partners()
                .nexudus()
                .book(
                        large.customer(email).value(),
                        product.partners().nexudus().room(Terrace.room(1)),
                        from,
                        to);
    }

    private Duration letIn(String email) {
        long begun = System.nanoTime();
        small.buysAPass(email);
        eventually("in", () -> small.isIn(email, Terrace.MEMBERS));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean areIn(List<String> emails) {
        return emails.stream().allMatch(email -> large.isIn(email, Terrace.ROOM));
    }

    private long removalsBeforeTheLastGrant() {
        Calls writes = callsAbout(large).writes().to("/access_groups/.*/users").where(call -> call.status() < 300);
        Call last = writes.method("POST").all().getLast();
        return writes.method("DELETE").all().stream()
                .filter(call -> call.sequence() < last.sequence())
                .count();
    }

    private Calls callsAbout(House house) {
        return product.partners().salto().calls().to("/sites/" + house.site());
    }
}
