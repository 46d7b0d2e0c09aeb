package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static app.latchkey.sync.plan.Scene.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which removals are no surprise. */
class ForecastTest {

    private static final Instant NOW = at("2026-01-08T14:30:00Z");
    private static final Instant THREE = at("2026-01-08T15:00:00Z");
    private static final List<Because> GIVEN = List.of(new Because.Given("Ben", THREE, "lost tag"));
    private static final Window ENDING = Window.between(NOW, THREE);

    private static Subject user(long number) {
        return Subject.of(Scene.user(number));
    }

    private static Decision.Grant grant(Subject subject, Window window) {
        return new Decision.Grant(subject, STREET, window, GIVEN);
    }

    private static Decision.Revoke revoke(long user) {
        return new Decision.Revoke(user(user), STREET, List.of());
    }

    private static Plan plan(Decision... decisions) {
        return new Plan(List.of(), List.of(decisions), 1);
    }

    @Test
    void expectsTheEndOfWhatIsGrantedAndOfWhatIsKept() {
        Plan plan = plan(
                grant(user(1), ENDING),
                new Decision.Keep(user(2), STREET, ENDING, GIVEN),
                grant(user(3), Window.from(NOW)));
        assertThat(Forecast.of(plan)).isEqualTo(new Forecast(Map.of(in(1, STREET), THREE, in(2, STREET), THREE)));
    }

    @Test
    void expectsNothingOfWhatIsNeitherGrantedNorKept() {
        Plan plan = plan(
                grant(Subject.of(ANA), ENDING),
                revoke(1),
                new Decision.Hold(grant(user(2), ENDING), HoldReason.PAUSED),
                new Decision.Withhold(user(3), STREET, WithheldReason.NO_SEAT, GIVEN),
                new Decision.Foreign(user(4), STREET, false, GIVEN),
                new Decision.Forget(user(5), STREET));
        assertThat(Forecast.of(plan).ends()).isEmpty();
    }

    @Test
    void expectsWhatIsOverdueUntilItIsDoneAndLeavesAKnownEndAsItIs() {
        Forecast forecast =
                new Forecast(Map.of(in(1, STREET), THREE)).withOverdue(List.of(in(1, STREET), in(2, STREET)), NOW);
        assertThat(forecast.expectedAt(NOW)).containsExactly(in(2, STREET));
        assertThat(forecast.expectedAt(THREE)).containsExactlyInAnyOrder(in(1, STREET), in(2, STREET));
    }

    @Test
    void showsEverybodyWhomAPlanTakesOutAlsoWhileSomethingHoldsIt() {
        Plan plan = plan(
                revoke(1),
                new Decision.Hold(revoke(2), HoldReason.WATCHING),
                new Decision.Hold(grant(user(3), ENDING), HoldReason.WATCHING),
                grant(user(4), ENDING));
        assertThat(Forecast.removals(plan)).isEqualTo(Set.of(in(1, STREET), in(2, STREET)));
    }

    @Test
    void knowsNoMembershipOfSomebodyWhoIsNoSaltoUserYet() {
        assertThatThrownBy(() -> Forecast.membership(grant(Subject.of(ANA), ENDING)))
                .hasMessageContaining("no Salto user yet");
    }
}
