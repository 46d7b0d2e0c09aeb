package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Ending.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An approval is for what stands in these lines: who, which group, and every fact behind it. */
class HeldPlanTest {

    private static final Because ROOM =
            new Because.Booked(7, ROOM_4, between("2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
    private static final Because OFFICE = new Because.Contracted(3, OFFICE_12, at("2026-01-01T00:00:00Z"));
    private static final Because GIFT = new Because.Given("Ben", at("2026-01-08T20:00:00Z"), "lost tag");

    @Test
    void saysWhoIsToBeLetInWhereForHowLongAndForWhat() {
        Window window = between("2026-01-08T13:45:00Z", "2026-01-08T15:15:00Z");
        Decision.Grant grant = new Decision.Grant(Subject.of(ANA), STREET, window, List.of(ROOM, OFFICE));
        assertThat(HeldPlan.line(grant, 4))
                .isEqualTo("grant customer " + ANA + " in " + STREET + " under match version 4: "
                        + "BOOKING-7, CONTRACT-3, " + window);
    }

    @Test
    void saysWhoIsToBeTakenOutWhereAndWhatEnded() {
        Decision.Revoke revoke = new Decision.Revoke(
                Subject.of(Scene.user(1)),
                STREET,
                List.of(new Ending(ROOM, Cause.WINDOW_ENDED), new Ending(GIFT, Cause.TAKEN_BACK)));
        assertThat(HeldPlan.line(revoke, 4))
                .isEqualTo("revoke Salto user " + Scene.user(1) + " in " + STREET + " under match version 4: "
                        + "BOOKING-7 WINDOW_ENDED, " + GIFT + " TAKEN_BACK");
    }
}
