package app.latchkey.nexudus;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.http.Fault;
import sandbox.http.Throttle;
import sandbox.world.PreparedWorld;

/** The windows that Nexudus counts in hold over all nodes, with the margin that the usual settings keep: it never has to say no. */
class NexudusLimitsIT {

    private static final Duration WAIT = Duration.ofSeconds(2);
    /** Between what the partner notes and what the database counts. */
    private static final Duration ROUNDING = Duration.ofMillis(50);

    private final PartnerWorld world = PartnerWorld.prepared();
    private final sandbox.nexudus.Nexudus partner = world.partners().nexudus();
    private final SpaceId space = PartnerWorld.aSpace();

    @AfterEach
    void close() {
        world.close();
    }

    private Nexudus node(String limits, String writes) {
        return world.node(Map.of("latchkey.nexudus.limits", limits, "latchkey.nexudus.write-limits", writes))
                .get(Nexudus.class);
    }

    private static void signIn(Nexudus nexudus, SpaceId space) {
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
    }

    @Test
    void keepsEveryWindowOverTwoNodes() throws Exception {
        List<Nexudus> nodes = List.of(node("3/100ms,16/1s", "30/1m"), node("3/100ms,16/1s", "30/1m"));
        signIn(nodes.getFirst(), space);
        partner.throttle(Throttle.of(20, Duration.ofSeconds(1)));
        world.partners().resetJournal();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 60)
                    .mapToObj(call -> threads.submit(() -> nodes.get(call % 2).locations(space)))
                    .toList();
            for (var each : all) {
                assertThat(each.get()).hasSize(2);
            }
        }
        assertThat(partner.calls().all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(partner.calls().answered(409).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429})
    void nobodyAsksBeforeItIsTimeWhereOneWasToldToWait(int status) throws Exception {
        List<Nexudus> nodes = List.of(node("100/1s", "100/1m"), node("100/1s", "100/1m"));
        signIn(nodes.getFirst(), space);
        world.partners().resetJournal();
        partner.fail("GET /api/sys/businesses", Fault.status(status).retryAfter((int) WAIT.toSeconds()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> nodes.getFirst().locations(space));
            eventually("the refusal", () -> partner.calls().answered(status).count() == 1);
            var others = IntStream.range(0, 20)
                    .mapToObj(call -> threads.submit(() -> nodes.get(call % 2).locations(space)))
                    .toList();
            for (var each : others) {
                assertThat(each.get()).hasSize(2);
            }
            assertThat(first.get()).hasSize(2);
        }
        Instant told = partner.calls().answered(status).all().getFirst().at();
        assertThat(partner.calls().answered(200).to("/businesses").all())
                .hasSize(21)
                .noneMatch(call -> call.at().isBefore(told.plus(WAIT).minus(ROUNDING)));
    }
}
