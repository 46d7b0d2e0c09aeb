package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Ending.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Access that an operator gives by name until an end. */
class GiftsTest {

    private static final Gift LOST_TAG =
            new Gift(ANA, STREET, between("2026-01-08T14:00:00Z", "2026-01-08T20:00:00Z"), "Ben", "lost tag");

    private final Scene scene = Scene.at("2026-01-08T14:00:00Z").linked(ANA, 1);

    @Test
    void letsInAtOnceAndOutAtTheEnd() {
        scene.gives(LOST_TAG);
        assertThat(scene.run().grants())
                .singleElement()
                .satisfies(grant -> assertThat(grant.because())
                        .containsExactly(new Because.Given("Ben", at("2026-01-08T20:00:00Z"), "lost tag")));
        assertThat(scene.now("2026-01-08T19:59:59Z").run().changes()).isEmpty();
        assertThat(causes(scene.now("2026-01-08T20:00:00Z").run())).containsExactly(Cause.WINDOW_ENDED);
    }

    @Test
    void letsOutWhenItIsTakenBack() {
        scene.gives(LOST_TAG).run();
        assertThat(causes(scene.takesBack(LOST_TAG).run())).containsExactly(Cause.TAKEN_BACK);
    }

    @Test
    void staysWhileSomethingBoughtHoldsToo() {
        scene.gives(LOST_TAG).buys(booking(1, ANA, ROOM_2, "2026-01-08T15:00:00Z", "2026-01-08T22:00:00Z"));
        scene.run();
        assertThat(scene.now("2026-01-08T20:00:00Z").run().changes()).isEmpty();
        scene.loses(new PurchaseKey(PurchaseKind.BOOKING, 1));
        assertThat(scene.run().revokes()).hasSize(1);
    }

    @Test
    void isNothingForSomebodySuspendedOrAGroupThatNothingIsMatchedTo() {
        Gift elsewhere = new Gift(ANA, group(9), LOST_TAG.window(), "Ben", "lost tag");
        assertThat(scene.gives(elsewhere).plan().decisions()).isEmpty();
        assertThat(scene.gives(LOST_TAG).suspend(ANA).plan().decisions()).isEmpty();
    }

    @Test
    void hasAnEndAndAReason() {
        Window open = Window.from(at("2026-01-08T14:00:00Z"));
        assertThatThrownBy(() -> new Gift(ANA, STREET, open, "Ben", "lost tag")).hasMessageContaining("has an end");
        assertThatThrownBy(() -> new Gift(ANA, STREET, LOST_TAG.window(), "Ben", " "))
                .hasMessageContaining("for a reason");
    }

    private static List<Cause> causes(Plan plan) {
        return plan.revokes().stream()
                .flatMap(revoke -> revoke.endings().stream())
                .map(Ending::cause)
                .toList();
    }
}
