package app.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.WithProduct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** A partner that does not answer takes nobody's door away, and staff see it come and go. */
@WithProduct
@BrowserTest
class PartnerAwayE2E {

    private static final String OFFICE_12 = "Office 12";
    private static final String STAFF_PAGE = "/staff/spaces/harbour-house";

    private final HarbourHouse house;

    PartnerAwayE2E(HarbourHouse house) {
        this.house = house;
    }

    @AfterEach
    void everybodyAnswers() {
        house.partners().nexudus().bringUp();
    }

    @Test
    void nobodyIsTakenOutAndStaffSeeItComeAndGo(Browsers browsers) {
        assertThat(house.holds(OFFICE_12, PreparedWorld.BENGT)).isTrue();
        Visitor staff = browsers.atADesk().signInAs(PreparedWorld.STAFF, STAFF_PAGE);
        house.partners().nexudus().takeDown();
        staff.press("Run again").reads("does not answer; what needs it waits");
        assertThat(house.holds(OFFICE_12, PreparedWorld.BENGT)).isTrue();
        house.partners().nexudus().bringUp();
        staff.press("Run again").readsNoMore("does not answer; what needs it waits");
        assertThat(house.holds(OFFICE_12, PreparedWorld.BENGT)).isTrue();
    }
}
