package app.latchkey.traps;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoSignIn;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;

/** A partner that hangs or dribbles holds nobody up for longer than the time-out, and nobody else at all. */
class SlowPartnerIT {

    private static final int HUNG = 8;

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final SpaceId space = PartnerWorld.aSpace();
    private final SpaceId other = PartnerWorld.aSpace();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void givesUpWritesWhoseAnswersDribbleAndServesTheOthersMeanwhile() throws Exception {
        SaltoSignIn.connect(world, node, space);
        SaltoSignIn.connect(world, node, other);
        SaltoKs salto = node.get(SaltoKs.class);
        world.partners()
                .salto()
                .fail(
                        "POST .*/access_groups",
                        Fault.dribble(Duration.ofSeconds(10)).always());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hung = IntStream.range(0, HUNG)
                    .mapToObj(each -> threads.submit(() -> timed(() -> givesUp(salto))))
                    .toList();
            eventually(
                    "all asked", () -> world.partners().salto().calls().writes().count() == HUNG);
            assertThat(timed(() -> salto.groupIds(other))).isLessThan(Duration.ofSeconds(2));
            assertThat(hung).as("hang meanwhile").noneMatch(Future::isDone);
            for (Future<Duration> each : hung) {
                assertThat(each.get()).isLessThan(Duration.ofSeconds(13));
            }
        }
    }

    private void givesUp(SaltoKs salto) {
        assertThatThrownBy(() -> salto.makeGroup(space, "Slow"))
                .isInstanceOfSatisfying(
                        PartnerFailure.class,
                        failure -> assertThat(failure.category()).isEqualTo(Category.SILENT));
    }

    private static Duration timed(Runnable call) {
        long before = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
