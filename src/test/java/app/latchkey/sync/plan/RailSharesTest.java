package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much is too much grows with the space, and is counted over what was done lately and what waits. */
class RailSharesTest {

    private static final Map<AccessGroupId, Integer> NONE = Map.of();
    private static final List<Because> GIVEN = List.of(new Because.BeforeLatchkey());

    private static Plan plan(int count, java.util.function.IntFunction<Decision> decision) {
        return new Plan(
                List.of(), IntStream.rangeClosed(1, count).mapToObj(decision).toList(), 1);
    }

    private static Plan grants(int count) {
        Window window = Window.from(at("2026-01-01T00:00:00Z"));
        return plan(count, number -> new Decision.Grant(Subject.of(new CustomerId(number)), STREET, window, GIVEN));
    }

    private static Plan removals(int count) {
        return plan(count, number -> new Decision.Revoke(Subject.of(Scene.user(number)), STREET, List.of()));
    }

    private static boolean holds(Plan plan, RailFacts facts) {
        return Rails.check(plan, RailLimits.DEFAULT, facts).held().isPresent();
    }

    private static RailFacts space(int members) {
        return RailFacts.of(Map.of(STREET, members), Set.of());
    }

    private static RailFacts granted(int members, int lately) {
        return new RailFacts(Map.of(STREET, members), Set.of(), NONE, NONE, NONE, lately, Set.of());
    }

    @Test
    void takesThePercentOfASettingForTheSharesOfTheDefault() {
        assertThat(RailLimits.inPercent(20, 20, 50, 10, 3, 50, 30)).isEqualTo(RailLimits.DEFAULT);
    }

    @Test
    void letsThreeTenthsOfALargeSpaceInAtOnceAndNoMore() {
        assertThat(holds(grants(60), space(200))).isFalse();
        assertThat(holds(grants(61), space(200))).isTrue();
    }

    @Test
    void countsWhoWasLetInLately() {
        assertThat(holds(grants(50), granted(200, 10))).isFalse();
        assertThat(holds(grants(50), granted(200, 11))).isTrue();
    }

    @Test
    void letsAFloodInThatSomebodyApproved() {
        Plan flood = grants(61);
        RailedPlan held = Rails.check(flood, RailLimits.DEFAULT, space(200));
        Set<String> approved = Set.copyOf(held.held().orElseThrow().lines());
        assertThat(holds(flood, space(200).withApproved(approved))).isFalse();
    }

    /** A fifth of 230: of the 200 who are in and the 30 who went lately. */
    @Test
    void takesTheShareOfWhatWasThereBeforeTheFirstSmallRun() {
        RailFacts lately = space(200).withRecent(Map.of(STREET, 30));
        assertThat(holds(removals(16), lately)).isFalse();
        assertThat(holds(removals(17), lately)).isTrue();
    }

    @Test
    void countsWhatWaitsInAnotherGroupForTheWholeSpace() {
        RailFacts waiting = space(60).withWaiting(Map.of(STUDIO, 20));
        assertThat(holds(removals(1), space(60))).isFalse();
        assertThat(holds(removals(1), waiting)).isTrue();
    }
}
