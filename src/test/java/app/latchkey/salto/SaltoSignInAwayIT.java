package app.latchkey.salto;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;

/** Salto's sign-in service hangs or fails while tokens of many spaces are due for renewal: the rest of Latchkey hardly notices. */
class SaltoSignInAwayIT {

    private static final String TOKEN = "/connect/token";
    private static final int SPACES = 12;
    /** Each keeps a connection to the database. */
    private static final int MOST_AT_ONCE = 4;

    private static final Duration TIME_TO_GO_WRONG = Duration.ofMillis(500);

    private static final Duration DUE = Duration.ofMinutes(50);
    private static final Duration OVER = Duration.ofMinutes(61);

    private final PartnerWorld world = PartnerWorld.prepared();
    private final sandbox.salto.Salto partner = world.partners().salto();
    private final AccessTokens tokens = world.node().get(AccessTokens.class);
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private List<SpaceId> spaces = List.of();

    @BeforeEach
    void connect() {
        PartnerWorld.Node node = world.node();
        spaces = IntStream.range(0, SPACES)
                .mapToObj(one -> PartnerWorld.aSpace())
                .toList();
        spaces.forEach(space -> SaltoSignIn.connect(world, node, space));
    }

    @AfterEach
    void close() {
        answers.countDown();
        world.close();
    }

    @Test
    void onlyFewWaitForItWhileTheirTokensAreGood() throws Exception {
        world.partners().clock().advance(DUE);
        partner.fail(TOKEN, hangs());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Secret>> asking = spaces.stream()
                    .map(space -> threads.submit(() -> current(space)))
                    .toList();
            eventually("all others have a token", () -> done(asking) == SPACES - MOST_AT_ONCE);
            eventually("the few wait for their answer", () -> hanging.get() == MOST_AT_ONCE);
            answers.countDown();
            for (Future<Secret> each : asking) {
                assertThat(each.get()).isNotNull();
            }
        }
    }

    @Test
    void neverMoreThanFewWaitForItWhenTheirTokensAreOver() throws Exception {
        world.partners().clock().advance(OVER);
        partner.fail(TOKEN, hangs());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Secret>> asking = spaces.stream()
                    .map(space -> threads.submit(() -> current(space)))
                    .toList();
            eventually("some wait", () -> hanging.get() >= MOST_AT_ONCE);
            Thread.sleep(TIME_TO_GO_WRONG);
            answers.countDown();
            for (Future<Secret> each : asking) {
                assertThat(each.get()).isNotNull();
            }
        }
        assertThat(most.get()).isEqualTo(MOST_AT_ONCE);
    }

    @Test
    void isLeftAloneWhereItFailsForEverybody() {
        world.partners().clock().advance(OVER);
        world.partners().resetJournal();
        partner.fail(TOKEN, Fault.status(500).always());
        for (int round = 0; round < 5; round++) {
            spaces.forEach(space -> assertThatThrownBy(() -> current(space))
                    .isInstanceOfSatisfying(
                            PartnerFailure.class,
                            failure -> assertThat(failure.category()).isEqualTo(Category.SILENT)));
        }
        assertThat(partner.calls().to(TOKEN).count()).isLessThanOrEqualTo(20);
    }

    @Test
    void isAskedOnceAMinuteByASpaceWhoseTokenIsStillGood() {
        world.partners().clock().advance(DUE);
        world.partners().resetJournal();
        partner.fail(TOKEN, Fault.status(500).always());
        SpaceId space = spaces.getFirst();
        for (int request = 0; request < 10; request++) {
            assertThat(current(space)).isNotNull();
        }
        assertThat(partner.calls().to(TOKEN).count()).isEqualTo(1);
        world.partners().clock().advance(Duration.ofMinutes(1));
        assertThat(current(space)).isNotNull();
        assertThat(partner.calls().to(TOKEN).count()).isEqualTo(2);
    }

    private Fault hangs() {
        return Fault.rewritten(answer -> {
                    most.accumulateAndGet(hanging.incrementAndGet(), Math::max);
                    try {
                        answers.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    hanging.decrementAndGet();
                    return answer;
                })
                .always();
    }

    private Secret current(SpaceId space) {
        return tokens.current(space, Partner.SALTO);
    }

    private static long done(List<Future<Secret>> all) {
        return all.stream().filter(Future::isDone).count();
    }
}
