package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.WithProduct;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sandbox.SandboxClock;
import sandbox.world.PreparedWorld;

/** The promise of the product, as a member sees it on a page that nobody reloads. Each walk has people of its own; the clock that they move is theirs. */
@WithProduct(own = true)
@BrowserTest
class DoorsFollowPurchasesE2E {

    private static final String BOOKER = "rania.haddad@cedar.example";
    private static final String TENANT = "samuel.oconnor@greenwharf.example";
    private static final String FLEX = "Flex members";
    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final String OFFICE_12 = "Office 12";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final HarbourHouse house;
    private final SandboxClock clock;

    DoorsFollowPurchasesE2E(HarbourHouse house) {
        this.house = house;
        this.clock = house.partners().clock();
    }

    @Test
    void aPassThatIsBoughtShowsItsDoorWithoutReloading(Browsers browsers) {
        Visitor aisha = browsers.onAPhone().withAClockToMove().signInAs(PreparedWorld.AISHA, "/doors");
        aisha.reads("Nothing opens for you today.");
        house.buys(PreparedWorld.AISHA, "Flex pass");
        aisha.reads("Because of your Flex pass");
        theLockFollows(aisha);
        aisha.isOpen("Open space");
        assertThat(house.holds(FLEX, PreparedWorld.AISHA)).isTrue();
    }

    @Test
    void aBookedRoomOpensAQuarterBeforeAndClosesAQuarterAfter(Browsers browsers) {
        Visitor booker = browsers.onAPhone().withAClockToMove().signInAs(BOOKER, "/doors");
        booker.reads("Nothing opens for you today.");
        Instant start = house.books(BOOKER, "Meeting Room 4", Duration.ofHours(3), Duration.ofHours(1));
        booker.reads("Because you booked Meeting Room 4");
        clock.moveTo(start.minus(Duration.ofMinutes(16)));
        booker.isShut("Room 4 (2nd floor)");
        assertThat(house.holds(ROOM_4, BOOKER)).isFalse();
        clock.moveTo(start.minus(Duration.ofMinutes(15)));
        theLockFollows(booker);
        booker.isOpen("Room 4 (2nd floor)");
        clock.moveTo(start.plus(Duration.ofMinutes(74)));
        assertThat(house.holds(ROOM_4, BOOKER)).isTrue();
        clock.moveTo(start.plus(Duration.ofMinutes(75)));
        booker.isShut("Room 4 (2nd floor)");
        eventually("out of the group", () -> !house.holds(ROOM_4, BOOKER));
    }

    @Test
    void aContractThatEndsTakesItsDoorsAlongAndNobodyElse(Browsers browsers) {
        Visitor tenant = browsers.onAPhone().withAClockToMove().signInAs(TENANT, "/doors");
        long contract = house.signs(TENANT, OFFICE_12);
        theLockFollows(tenant);
        tenant.isOpen(OFFICE_12);
        house.partners().nexudus().endContract(contract, clock.instant());
        tenant.isShut(OFFICE_12);
        eventually("out of the group", () -> !house.holds(OFFICE_12, TENANT));
        assertThat(house.holds(OFFICE_12, PreparedWorld.DULCE))
                .as("put in by hand")
                .isTrue();
        assertThat(house.holds(OFFICE_12, PreparedWorld.ELIF))
                .as("put in by hand")
                .isTrue();
        browsers.atADesk()
                .signInAs(PreparedWorld.ANA, HarbourHouse.PAGES + "/customers?show=by_hand")
                .reads("Elif Yılmaz");
    }

    /** A page promises a door only after the time that a lock usually takes: that time passes for us and for the phone. */
    private void theLockFollows(Visitor member) {
        member.reads("Salto has it; the lock usually follows within a minute.");
        clock.advance(A_MINUTE);
        member.passes(A_MINUTE);
    }
}
