package app.latchkey.sync.work;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.WaitingForPartner;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for a partner keeps nobody from being served. */
class PlacesTest {

    private static final Duration LONGER_THAN_A_WHILE = Duration.ofMillis(1500);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void close() {
        answered.countDown();
        threads.close();
    }

    @Test
    void whoeverWaitsForAPartnerLendsHisPlace() throws Exception {
        Places places = new Places(2, 8);
        hang(places);
        hang(places);
        assertThat(places.take()).isEmpty();
        places.await();
        assertThat(places.take()).isPresent();
    }

    @Test
    void whoeverWorksDoesNot() throws Exception {
        Places places = new Places(1, 8);
        Places.Place place = places.take().orElseThrow();
        threads.submit(() -> place.serve(this::awaitAnswer));
        thereIsNoneUntilAnswered(places);
    }

    @Test
    void onlySoManyAreLent() throws Exception {
        Places places = new Places(1, 2);
        for (int lent = 0; lent < 2; lent++) {
            hang(places);
            places.await();
        }
        hang(places);
        thereIsNoneUntilAnswered(places);
    }

    @Test
    void thereAreAsManyAsBeforeWhenAllHaveBeenGivenBack() throws Exception {
        Places places = new Places(2, 2);
        hang(places);
        hang(places);
        places.await();
        assertThat(places.areAllGivenBack()).isFalse();
        answered.countDown();
        eventually("all are given back", places::areAllGivenBack);
        assertThat(places.take()).isPresent();
        assertThat(places.take()).isPresent();
        assertThat(places.take()).isEmpty();
    }

    private void thereIsNoneUntilAnswered(Places places) throws Exception {
        Future<?> next = threads.submit(() -> {
            places.await();
            return places;
        });
        assertThat(isDoneWithin(next, LONGER_THAN_A_WHILE)).isFalse();
        answered.countDown();
        next.get();
    }

    private void hang(Places places) {
        Places.Place place = places.take().orElseThrow();
        threads.submit(() -> place.serve(() -> WaitingForPartner.until(answered)));
    }

    private void awaitAnswer() {
        try {
            answered.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isDoneWithin(Future<?> work, Duration time) throws Exception {
        try {
            work.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
