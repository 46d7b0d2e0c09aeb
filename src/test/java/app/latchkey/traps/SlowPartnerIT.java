package app.latchkey.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoSignIn;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;

/** A partner that hangs or dribbles holds nobody up for longer than the time-out. */
class SlowPartnerIT {

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final SpaceId space = PartnerWorld.aSpace();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void givesUpAWriteWhoseAnswerDribbles() {
        SaltoSignIn.connect(world, node, space);
        world.partners().salto().fail("POST .*/access_groups", Fault.dribble(Duration.ofSeconds(4)));
        long before = System.nanoTime();
        assertThatThrownBy(() -> node.get(SaltoKs.class).makeGroup(space, "Slow"))
                .isInstanceOfSatisfying(
                        PartnerFailure.class,
                        failure -> assertThat(failure.category()).isEqualTo(Category.SILENT));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(13));
    }
}
