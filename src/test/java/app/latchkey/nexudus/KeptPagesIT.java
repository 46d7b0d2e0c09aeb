package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.http.Fault;
import sandbox.world.PreparedWorld;

/** A reading of many pages that ends too early is gone on with, and nothing in it passes for newer than it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptPagesIT {

    private static final String CONTRACTS = "GET /api/billing/coworkercontracts";
    private static final String CUSTOMERS = "GET /api/spaces/coworkers";

    /** What a node does that dies. */
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node(Map.of("latchkey.nexudus.page-size", "5"));
    private final Nexudus nexudus = node.get(Nexudus.class);
    private SpaceId space = PartnerWorld.aSpace();

    @BeforeEach
    void connect() {
        world.partners().nexudus().clearFaults();
        world.partners().resetJournal();
        space = PartnerWorld.aSpace();
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        choose(PreparedWorld.HARBOUR_HOUSE);
    }

    private void choose(String location) {
        nexudus.choose(
                space,
                nexudus.locations(space).stream()
                        .filter(each -> each.name().equals(location))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    @AfterAll
    void close() {
        world.close();
    }

    private FullRead readAll() {
        return nexudus.readAll(space, ProgressListener.none());
    }

    /** Reads until some customers have come; what then happens is told. */
    private FullRead readUntilSomeCame(Runnable then) {
        return nexudus.readAll(space, (source, soFar, total) -> {
            if (source == Source.CUSTOMERS && soFar >= 15) {
                then.run();
            }
        });
    }

    private void dieAmidCustomers() {
        assertThatThrownBy(() -> readUntilSomeCame(() -> {
                    throw new Died();
                }))
                .isInstanceOf(Died.class);
    }

    private Set<String> asked(String pattern) {
        return world.partners().calls().to(pattern).all().stream()
                .map(call -> call.query())
                .collect(Collectors.toSet());
    }

    private List<byte[]> kept() {
        return kept("select answer from nexudus_page");
    }

    private List<byte[]> kept(String sql) {
        return node.scopes()
                .inSpace(
                        space,
                        () -> node.get(JdbcClient.class)
                                .sql(sql)
                                .query(byte[].class)
                                .list());
    }

    @Test
    void goesOnWhereTheNodeBeforeItDied() {
        FullRead before = readAll();
        world.partners().resetJournal();
        dieAmidCustomers();
        Set<String> already = asked("/api/spaces/coworkers");
        assertThat(already).hasSizeGreaterThan(2);
        var died = world.partners().clock().instant();
        world.partners().resetJournal();
        world.partners().clock().advance(Duration.ofMinutes(10));

        FullRead read = world.node(Map.of("latchkey.nexudus.page-size", "5"))
                .get(Nexudus.class)
                .readAll(space, ProgressListener.none());

        assertThat(read.isComplete()).isTrue();
        assertThat(read.customers()).containsExactlyInAnyOrderElementsOf(before.customers());
        assertThat(read.purchases()).containsExactlyInAnyOrderElementsOf(before.purchases());
        assertThat(asked("/api/spaces/coworkers")).isNotEmpty().doesNotContainAnyElementsOf(already);
        assertThat(read.startedAt()).isBeforeOrEqualTo(died);
        assertThat(kept()).isEmpty();
    }

    @Test
    void goesOnWhereNexudusWentAway() {
        FullRead broken = readUntilSomeCame(
                () -> world.partners().nexudus().fail(CONTRACTS, Fault.garbage().always()));
        assertThat(broken.source(Source.CONTRACTS).complete()).isFalse();
        Set<String> already = asked("/api/spaces/coworkers");
        world.partners().nexudus().clearFaults();
        world.partners().resetJournal();

        FullRead read = readAll();

        assertThat(read.isComplete()).isTrue();
        assertThat(read.startedAt()).isEqualTo(broken.startedAt());
        assertThat(asked("/api/spaces/coworkers"))
                .as("only the last page, after which nothing follows")
                .hasSize(1);
        world.partners().resetJournal();
        readAll();
        assertThat(asked("/api/spaces/coworkers"))
                .as("what is over is read anew")
                .containsAll(already);
    }

    @Test
    void readsAnewWhatIsOld() {
        dieAmidCustomers();
        Set<String> already = asked("/api/spaces/coworkers");
        world.partners().resetJournal();
        world.partners().clock().advance(Duration.ofMinutes(16));
        FullRead read = readAll();
        assertThat(asked("/api/spaces/coworkers")).containsAll(already);
        assertThat(read.startedAt())
                .isAfterOrEqualTo(world.partners().clock().instant().minusSeconds(60));
    }

    @Test
    void readsPagesAnewThatDoNotFitTogether() {
        FullRead read = readUntilSomeCame(() -> {
            world.partners().nexudus().fail(CUSTOMERS, Fault.wrongTotal().always());
            world.partners().nexudus().fail(CONTRACTS, Fault.garbage().always());
        });
        assertThat(read.source(Source.CUSTOMERS).complete()).isFalse();
        assertThat(kept("select answer from nexudus_page where path like 'spaces/coworkers?%'"))
                .isEmpty();
        assertThat(kept()).as("of lists that do fit").isNotEmpty();
        world.partners().nexudus().clearFaults();
        assertThat(readAll().isComplete()).isTrue();
    }

    @Test
    void readsAnewAtAnotherLocationAndForAnotherUser() {
        dieAmidCustomers();
        choose(PreparedWorld.HARBOUR_NORTH);
        assertThat(kept()).isEmpty();
        choose(PreparedWorld.HARBOUR_HOUSE);
        dieAmidCustomers();
        assertThat(kept()).isNotEmpty();
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        assertThat(kept()).isEmpty();
    }

    @Test
    void keepsPagesSealed() {
        dieAmidCustomers();
        assertThat(kept())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(new String(page, StandardCharsets.ISO_8859_1))
                        .doesNotContain("FullName")
                        .doesNotContain("Records"));
    }

    @Test
    void keepsNothingOfWhatFitsOnePage() {
        PartnerWorld.Node large = world.node(Map.of("latchkey.nexudus.page-size", "1000"));
        assertThatThrownBy(() -> large.get(Nexudus.class).readAll(space, (source, soFar, total) -> {
                    if (source == Source.BOOKINGS) {
                        throw new Died();
                    }
                }))
                .isInstanceOf(Died.class);
        assertThat(kept()).isEmpty();
    }
}
