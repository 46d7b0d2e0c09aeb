package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.WithProduct;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** What an operator does on an ordinary day, by what the pages say. Each walk has people of its own. */
@WithProduct
@BrowserTest
class DayToDayE2E {

    private static final String BUYER = "ingrid.haugen@fjordkod.example";
    private static final String GUEST = "mateo.vargas@andes.example";
    private static final String EVENING = "yuki.tanaka@kumo.example";
    private static final String FLEX = "Flex members";
    private static final String ROOM_2 = "Room 2";
    private static final String VISITORS = "Day visitors";

    private final HarbourHouse house;

    DayToDayE2E(HarbourHouse house) {
        this.house = house;
    }

    @Test
    void aPurchaseDuringAPauseWaitsAndArrivesAfterIt(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES);
        ana.press("Pause changes").reads("You paused changes at");
        Visitor buyer = browsers.onAPhone().signInAs(BUYER, "/doors");
        house.buys(BUYER, "Flex pass");
        buyer.reads("Your space has paused door changes");
        assertThat(house.holds(FLEX, BUYER)).isFalse();
        ana.press("Resume, see what changed").isAt("Runs");
        eventually("the buyer in", () -> house.holds(FLEX, BUYER));
        ana.goOnTo(HarbourHouse.PAGES).readsNoMore("You paused changes");
    }

    @Test
    void accessIsGivenByNameUntilAnEndAndTakenBack(Browsers browsers) {
        Visitor ana = browsers.atADesk()
                .signInAs(PreparedWorld.ANA, HarbourHouse.PAGES + "/customers/" + house.customer(GUEST));
        ana.press("Give access until…").choose("Access group", ROOM_2);
        ana.press(Pattern.compile("Give access until .*\\d\\d:\\d\\d")).reads("Say why; it stands in the audit.");
        ana.fill("Reason, for the record", "lost tag");
        ana.press(Pattern.compile("Give access until .*\\d\\d:\\d\\d")).reads("given by Ana: lost tag");
        eventually("the guest in", () -> house.holds(ROOM_2, GUEST));
        browsers.onAPhone().signInAs(GUEST, "/doors").reads("Room 2");
        ana.press("Take Room 2 back").readsNoMore("given by Ana: lost tag");
        eventually("the guest out", () -> !house.holds(ROOM_2, GUEST));
        ana.goOnTo(HarbourHouse.PAGES + "/audit").reads(Pattern.compile("gave access.*lost tag"));
    }

    @Test
    void otherMatchesArePreviewedPublishedAndTakenBack(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES + "/matches");
        ana.follow("Evening pass").choose("Opens", VISITORS);
        ana.reads(Pattern.compile("Draft: 1 change · 1 gain, 0 lose")).press("Preview");
        ana.reads("Yuki Tanaka");
        ana.press("Publish 1 change").reads("Nobody loses access.").confirm("Publish 1 change");
        ana.reads(Pattern.compile("Version \\d+ holds now"));
        eventually("the evening pass opens it", () -> house.holds(VISITORS, EVENING));
        ana.page().getByText("Versions").click();
        ana.press(Pattern.compile("Go back to version \\d+"))
                .reads(Pattern.compile("Draft: 1 change · 0 gain, 1 lose"));
        ana.press("Publish 1 change")
                .reads(Pattern.compile("Yuki Tanaka.* loses Day visitors"))
                .confirm("Publish 1 change");
        eventually("and no longer", () -> !house.holds(VISITORS, EVENING));
    }
}
