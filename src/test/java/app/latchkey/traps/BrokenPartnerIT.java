package app.latchkey.traps;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoSignIn;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.salto.Salto;

/** Salto answers with errors for minutes, and all its spaces want to know something of it every second: what of that reaches Salto. */
class BrokenPartnerIT {

    private static final int SPACES = 3;
    private static final int SECONDS = 200;
    private static final int FAILURES_UNTIL_REST = 20;
    private static final int WITHIN_SECONDS = 60;

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final SaltoKs salto = node.get(SaltoKs.class);
    private final Salto partner = world.partners().salto();
    private final List<SpaceId> spaces =
            Stream.generate(PartnerWorld::aSpace).limit(SPACES).toList();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void isLeftAloneAfterAFewFailuresAndServedWithinAMinuteOfItsReturn() {
        spaces.forEach(space -> SaltoSignIn.connect(world, node, space));
        world.partners().resetJournal();
        partner.fail(".", Fault.status(500).always());

        assertThat(IntStream.range(0, FAILURES_UNTIL_REST).filter(one -> isAskedInVain()))
                .as("requests until it was left alone")
                .isNotEmpty();
        int untilRest = partner.calls().count();
        assertThat(untilRest).isLessThanOrEqualTo(FAILURES_UNTIL_REST);

        IntStream.range(0, SECONDS).forEach(second -> aSecondLater(this::isAskedInVain));
        assertThat(partner.calls().count() - untilRest)
                .as("of %d wishes", SPACES * SECONDS)
                .isPositive()
                .isLessThanOrEqualTo(SPACES * SECONDS / 10);

        partner.clearFaults();
        long waited = IntStream.range(0, SECONDS)
                .takeWhile(second -> !aSecondLater(this::allAreServed))
                .count();
        assertThat(waited).as("seconds until all are served again").isLessThanOrEqualTo(WITHIN_SECONDS);
    }

    private boolean aSecondLater(BooleanSupplier what) {
        world.partners().clock().advance(Duration.ofSeconds(1));
        return what.getAsBoolean();
    }

    /** Each space once; whether any of them reached it. */
    private boolean isAskedInVain() {
        int before = partner.calls().count();
        spaces.forEach(space -> assertThat(isServed(space)).isFalse());
        return partner.calls().count() > before;
    }

    private boolean allAreServed() {
        return spaces.stream().filter(this::isServed).count() == SPACES;
    }

    private boolean isServed(SpaceId space) {
        try {
            return !salto.groupIds(space).isEmpty();
        } catch (PartnerFailure failure) {
            assertThat(failure.category()).isEqualTo(Category.SILENT);
            return false;
        }
    }
}
