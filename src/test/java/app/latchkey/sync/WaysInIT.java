package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.operator.RunSpace;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.sync.WaysIn.Phone;
import app.latchkey.sync.WaysIn.Pin;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** What people open with is read from time to time, and at once when somebody asks. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysInIT {

    private final Harbour harbour;
    private final Salto salto;

    WaysInIT(RunningProduct product) {
        harbour = new Harbour(product);
        salto = harbour.partners().salto();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
    }

    @Test
    void knowsOfAPinThatSomebodyMadeByHand() {
        assertThat(ways(PreparedWorld.BENGT).pin()).isEqualTo(Pin.NOT_ALLOWED);
        salto.givePin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.BENGT, "525149");
        asked(PreparedWorld.BENGT);
        assertThat(ways(PreparedWorld.BENGT).pin()).isEqualTo(Pin.SET);
    }

    @Case(45)
    @Test
    void tellsAnInvitationFromAnAcceptedOneAndBothFromAPhoneThatOpens() {
        salto.forgetProfile(PreparedWorld.MARTA);
        asked(PreparedWorld.MARTA);
        assertThat(ways(PreparedWorld.MARTA).phone()).isEqualTo(Phone.INVITED);
        salto.completeProfile(PreparedWorld.MARTA);
        asked(PreparedWorld.MARTA);
        assertThat(ways(PreparedWorld.MARTA).phone()).isEqualTo(Phone.ACCEPTED);
        salto.activatePhone(PreparedWorld.MARTA);
        asked(PreparedWorld.MARTA);
        assertThat(ways(PreparedWorld.MARTA).phone()).isEqualTo(Phone.ACTIVE);
    }

    @Test
    void readsOnItsOwnWhatNobodyAsksFor() {
        salto.activatePhone(PreparedWorld.BENGT);
        harbour.partners().clock().advance(Duration.ofHours(13));
        eventually("Bengt's keys", () -> {
            harbour.partners().clock().advance(Duration.ofSeconds(10));
            return ways(PreparedWorld.BENGT).phone() == Phone.ACTIVE;
        });
    }

    /** What people open with is of all readings the one that can wait: after one person it looks whether anything else is due. */
    @Test
    void whateverElseIsToBeReadGoesBefore() {
        Instant before = harbour.partners().clock().instant();
        harbour.partners().resetJournal();
        harbour.partners().clock().advance(Duration.ofHours(13));
        eventually(
                "everything read",
                () -> harbour.lastFull()
                        .filter(full -> full.startedAt().isAfter(before))
                        .isPresent());
        assertThat(salto.calls().reads().to("/keys").count()).isEqualTo(1);
    }

    private WaysIn ways(String email) {
        return harbour.bean(CustomerDirectory.class)
                .detail(harbour.space(), harbour.customer(email))
                .orElseThrow()
                .ways();
    }

    private void asked(String email) {
        Instant before = harbour.partners().clock().instant();
        harbour.partners().clock().advance(Duration.ofSeconds(1));
        harbour.asOperator(
                RunSpace.class, run -> run.again(harbour.space(), Subject.customer(harbour.customer(email))));
        eventually(
                "what " + email + " opens with",
                () -> ways(email).readAt().filter(before::isBefore).isPresent());
    }
}
