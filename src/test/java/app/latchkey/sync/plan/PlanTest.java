package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.sync.plan.Decision.Change;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Hold;
import app.latchkey.sync.plan.Decision.Keep;
import org.junit.jupiter.api.Test;

/** A plan has the same decisions for whoever asks, whether they were made before or are made for him. */
class PlanTest {

    private final Plan plan = plan();

    /** Ana is in already, Ben is not and needs an invitation. */
    private static Plan plan() {
        Scene scene = Scene.at("2026-01-08T12:00:00Z").linked(ANA, 1).toInvite(BEN);
        scene.buys(contract(1, ANA, DESK_9, "2026-01-01T00:00:00Z"));
        scene.run();
        return scene.buys(contract(2, BEN, DESK_9, "2026-01-01T00:00:00Z")).plan();
    }

    @Test
    void findsWhatIsKeptAmongAllDecisions() {
        assertThat(plan.kept()).hasSize(1);
        assertThat(plan.only(Keep.class)).containsExactlyElementsOf(plan.kept());
        assertThat(plan.only(Decision.class)).hasSize(2).containsExactlyElementsOf(plan.decisions());
        assertThat(plan.only(Change.class)).hasSize(1).containsExactlyElementsOf(plan.grants());
    }

    @Test
    void findsADecisionToKeepThatTheRulesMade() {
        Plan same = new Plan(plan.invitations(), plan.decisions(), plan.matchVersion());
        assertThat(same.kept()).isEmpty();
        assertThat(same.only(Keep.class)).containsExactlyElementsOf(plan.kept());
        assertThat(same.decisions()).isEqualTo(plan.decisions());
    }

    @Test
    void keepsWhatItKeepsWhenSomethingElseIsReplaced() {
        Plan held = plan.replacing(
                decision -> decision instanceof Grant grant ? new Hold(grant, HoldReason.RAILS) : decision);
        assertThat(held.kept()).isEqualTo(plan.kept());
        assertThat(held.others()).hasOnlyElementsOfType(Hold.class).hasSize(1);
        assertThat(plan.invitations()).hasSize(1);
        assertThat(held.invitations()).isEmpty();
        assertThat(held.isQuiet()).isTrue();
    }
}
