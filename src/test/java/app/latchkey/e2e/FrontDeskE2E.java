package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.e2e.EveryPageE2E.Audience;
import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandbox.world.PreparedWorld;

/**
 * Who sees which page: every page of a space and of staff, for everybody who may come to its address. Whom {@link EveryPageE2E} takes there does
 * not come again.
 */
@WithProduct
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDeskE2E {

    private static final String DESK = "desk@harbour.example";
    private static final String GUEST = "zofia.dabrowska@ziarno.example";
    private static final String ROOM_1 = "Room 1 - ground floor";

    /** The pages of a space that its front desk sees, by what follows its address. */
    private static final Pattern AT_THE_DESK =
            Pattern.compile(HarbourHouse.PAGES + "(/customers(/\\d+)?|/runs(/\\d+)?|/decisions|/doors)?");

    private final HarbourHouse house;
    private boolean isInvited;

    FrontDeskE2E(HarbourHouse house) {
        this.house = house;
    }

    /** Somebody who may type an address, and which of them he is shown. */
    enum Reader {
        NOBODY(""),
        MEMBER(PreparedWorld.MARTA),
        FRONT_DESK(DESK),
        OPERATOR(PreparedWorld.ANA),
        OPERATOR_ELSEWHERE(PreparedWorld.RUI),
        STAFF(PreparedWorld.STAFF);

        private final String person;

        Reader(String person) {
            this.person = person;
        }

        /** There an operator and staff have been on their own pages, and an operator on another's. */
        private boolean comesTo(String address) {
            boolean isOfTheSpace = address.startsWith(HarbourHouse.PAGES);
            return switch (this) {
                case NOBODY, MEMBER, FRONT_DESK -> true;
                case OPERATOR, OPERATOR_ELSEWHERE -> !isOfTheSpace;
                case STAFF -> isOfTheSpace;
            };
        }

        private boolean sees(String address) {
            return this == FRONT_DESK && AT_THE_DESK.matcher(address).matches();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isShownExactlyThePagesOfTheRole(Reader reader, Browsers browsers) {
        invited(browsers);
        Visitor visitor = browsers.atADesk();
        if (!reader.person.isEmpty()) {
            visitor.signInAs(reader.person, "/doors").hasATitle();
        }
        for (String address : addressesFor(reader)) {
            (reader == Reader.NOBODY ? visitor.goTo(address) : visitor.goOnTo(address)).hasATitle();
            if (reader.sees(address)) {
                visitor.readsNoMore("There is no such page");
            } else if (reader == Reader.NOBODY) {
                visitor.reads("Send me a link and a code");
            } else {
                visitor.isAt("Not here").readsNoMore("Harbour");
            }
        }
    }

    @Test
    void theFrontDeskSeesWhoIsStuckAndGivesAccessUntilTonightAndNothingElse(Browsers browsers) {
        invited(browsers);
        Visitor desk = browsers.atADesk().signInAs(DESK, HarbourHouse.PAGES);
        desk.reads("Changed lately").offersNo("Pause changes").readsNoMore("Settings");
        desk.goOnTo(HarbourHouse.PAGES + "/runs").isAt("Runs").offersNo("Run now");
        desk.goOnTo(HarbourHouse.PAGES + "/customers/" + house.customer(GUEST));
        desk.offersNo("Run for this person now");
        desk.press("Give access until…").choose("Access group", ROOM_1);
        desk.fill("Reason, for the record", "lost tag")
                .press(Pattern.compile("Give access until .*\\d\\d:\\d\\d"))
                .reads("given by Desk: lost tag");
        desk.offersNo("Take " + ROOM_1 + " back");
        eventually("the guest in", () -> house.holds(ROOM_1, GUEST));
    }

    private List<String> addressesFor(Reader reader) {
        long customer = house.customer(PreparedWorld.MARTA);
        return List.of(Audience.OPERATOR, Audience.STAFF).stream()
                .flatMap(audience -> audience.addresses("harbour-house", customer).stream())
                .filter(address -> address.startsWith(HarbourHouse.PAGES) || address.startsWith("/staff"))
                .filter(reader::comesTo)
                .toList();
    }

    private void invited(Browsers browsers) {
        if (isInvited) {
            return;
        }
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES + "/team");
        ana.hasATitle().fill("E-mail", DESK);
        ana.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^Front desk")))
                .check();
        ana.press("Invite").reads("Invited: " + DESK);
        assertThat(ana.sees(DESK)).isTrue();
        isInvited = true;
    }
}
