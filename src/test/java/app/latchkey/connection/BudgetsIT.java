package app.latchkey.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.latchkey.space.Assumption;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What all nodes share of a partner's windows. */
class BudgetsIT {

    private static final int NODES = 2;
    private static final int CALLERS = 8;
    private static final int TIMES = 400;

    private static final PartnerRequest WRITE =
            PartnerRequest.of(Partner.NEXUDUS, "somebody", HttpMethod.POST, URI.create("https://nexudus.example/api"));

    private final PartnerWorld world = PartnerWorld.prepared();

    @AfterEach
    void close() {
        world.close();
    }

    /** Each asks for several windows at once: whoever took them in another order would wait for somebody who waits for him. */
    @Test
    void areTakenGivenBackAndRestedByManyAtOnceWithoutAnyoneWaitingForEver() throws Exception {
        List<Budgets> nodes = IntStream.range(0, NODES)
                .mapToObj(one -> world.node(Map.of(
                                Assumption.NEXUDUS_LIMITS.property(), "1000/100ms,100000/1m,4000000/1h",
                                Assumption.NEXUDUS_WRITE_LIMITS.property(), "30000/1m"))
                        .get(Budgets.class))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calling = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(one -> threads.submit(() -> call(nodes.get(one % NODES))))
                    .toList();
            for (Future<?> each : calling) {
                assertThatCode(each::get).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void saysWhatIsLeftWithoutTakingIt() {
        Budgets budgets = world.node(Map.of(
                        Assumption.NEXUDUS_LIMITS.property(),
                        "1/100ms,10/1m",
                        Assumption.NEXUDUS_WRITE_LIMITS.property(),
                        "5/1m"))
                .get(Budgets.class);
        PartnerRequest read = PartnerRequest.get(Partner.NEXUDUS, "somebody else", WRITE.uri());
        assertThat(budgets.left(read)).isEqualTo(new Budgets.Left(2, Duration.ZERO));
        budgets.take(read);
        assertThat(budgets.left(read).atOnce()).isEqualTo(1);
        assertThat(budgets.left(read).atOnce()).isEqualTo(1);
        budgets.take(read);
        assertThat(budgets.left(read).atOnce()).isZero();
        assertThat(budgets.left(read).until()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(7500));
    }

    private static void call(Budgets budgets) {
        for (int one = 0; one < TIMES; one++) {
            budgets.take(WRITE);
            budgets.giveBack(WRITE);
            budgets.rest(WRITE, Duration.ZERO);
        }
    }
}
