package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractRulesTest {

    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z");

    @Test
    void opensFromItsStartWithoutAnEnd() {
        assertThat(streetDoor(OFFICE)).containsExactly(Window.from(at("2026-01-01T00:00:00Z")));
    }

    @Case(8)
    @Test
    void grantsUntilTheDateOfACancellationAhead() {
        assertThat(streetDoor(cancelled(OFFICE, "2026-01-28T00:00:00Z")))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-01-28T00:00:00Z"));
    }

    @Test
    void grantsNothingWhenCancelledWithoutADateOrBeforeItBegan() {
        assertThat(streetDoor(cancelled(OFFICE, null))).isEmpty();
        assertThat(streetDoor(cancelled(OFFICE, "2025-12-01T00:00:00Z"))).isEmpty();
        assertThat(streetDoor(cancelled(OFFICE, "2026-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void grantsNothingWhileInactive() {
        assertThat(streetDoor(inactive(OFFICE))).isEmpty();
    }

    @Case(7)
    @Test
    void leavesOutPausesAndGoesOnAfterThem() {
        assertThat(streetDoor(paused(
                        cancelled(OFFICE, "2026-06-01T00:00:00Z"),
                        between("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"),
                        between("2026-02-01T00:00:00Z", "2026-02-10T00:00:00Z"))))
                .containsExactly(
                        between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
                        between("2026-02-10T00:00:00Z", "2026-03-01T00:00:00Z"),
                        between("2026-04-01T00:00:00Z", "2026-06-01T00:00:00Z"));
    }

    @Test
    void takesPausesAtTheEdgesAndWithoutAnEnd() {
        assertThat(streetDoor(paused(OFFICE, between("2025-12-01T00:00:00Z", "2026-01-05T00:00:00Z"))))
                .containsExactly(Window.from(at("2026-01-05T00:00:00Z")));
        assertThat(streetDoor(paused(OFFICE, Window.from(at("2026-02-01T00:00:00Z")))))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
        assertThat(streetDoor(paused(OFFICE, Window.from(at("2025-02-01T00:00:00Z")))))
                .isEmpty();
        assertThat(streetDoor(paused(
                        cancelled(OFFICE, "2026-02-01T00:00:00Z"),
                        between("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"))))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
    }

    @Test
    void findsAnOfficeThatWasMatchedAsADesk() {
        Matches asDesk = new Matches(1, Map.of(ItemId.desk(12), Set.of(STREET)));
        assertThat(Entitlements.of(Person.active(ANA), List.of(OFFICE), asDesk, LONDON))
                .hasSize(1);
    }

    @Case(9)
    @Test
    void leavesNoGapWhenOneContractFollowsAnotherAtMidnight() {
        assertThat(streetDoor(
                        cancelled(OFFICE, "2026-02-01T00:00:00Z"), contract(2, ANA, DESK_9, "2026-02-01T00:00:00Z")))
                .containsExactly(Window.from(at("2026-01-01T00:00:00Z")));
    }
}
