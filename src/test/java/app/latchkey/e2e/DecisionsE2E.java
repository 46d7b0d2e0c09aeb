package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.Backup;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.Space;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** What only an operator can decide, seen and decided on the page. Each walk has people of its own. */
@WithProduct
@BrowserTest
class DecisionsE2E {

    private static final String PAGE = HarbourHouse.PAGES + "/decisions";
    private static final String FLEX = "Flex members";
    private static final String ROSA = "rosa.reis@example.com";
    private static final String RITA = "rita.rocha@example.com";
    private static final String RUTE = "rute.ramos@example.com";
    private static final String SVEN = "sven.sund@example.com";
    private static final String NO_SIGN = "Nexudus shows no sign of its own Salto integration.";
    private static final String OFFICE_14 = "Off. 14 (3rd floor)";
    private static final List<String> TENANTS = List.of(
            "luca.ferraro@bottega.example",
            "anneliese.koehler@werkraum.example",
            "dmytro.shevchenko@vesna.example",
            "seun.adeyemi@lagoslab.example",
            "freya.jonsdottir@nordurljos.example",
            "minh.nguyen@senda.example",
            "emre.sahin@kumas.example",
            "gwendolyn@pryce-jones.example",
            "chloe.okafor@brightside.example",
            "fatima.elidrissi@atlas.example",
            "nikos.papadopoulos@meltemi.example",
            "zofia.dabrowska@ziarno.example");

    private final HarbourHouse house;
    private final RunningProduct product;

    DecisionsE2E(HarbourHouse house, RunningProduct product) {
        this.house = house;
        this.product = product;
    }

    @Test
    void somebodyWhoSharesAnAddressIsDecidedAboutAndGetsIn(Browsers browsers) {
        Visitor member = browsers.onAPhone().signInAs(PreparedWorld.SHARED, "/doors");
        member.reads("Two customers use your e-mail.");
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, PAGE);
        ana.reads("Are these the same person?").reads("Paper Plane Lda.").reads("Flex pass, bought");
        ana.press("Only Hannah Paulsen has this e-mail").readsNoMore("Are these the same person?");
        ana.reads("hello@paperplane.example is not Paper Plane Lda.");
        eventually("Hannah in", () -> house.holds(FLEX, PreparedWorld.SHARED));
        member.reads("Open space");
    }

    @Test
    void manyAtOnceWaitForAYesThatCoversExactlyThem(Browsers browsers) {
        List<Long> contracts =
                TENANTS.stream().map(tenant -> house.signs(tenant, "Office 14")).toList();
        eventually("all tenants in", () -> TENANTS.stream().allMatch(tenant -> house.holds(OFFICE_14, tenant)));
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES);
        ana.press("Pause changes").reads("You paused changes at");
        contracts.forEach(contract -> house.partners()
                .nexudus()
                .endContract(contract, house.partners().clock().instant()));
        ana.press("Resume, see what changed").isAt("Runs");
        ana.goTo(PAGE).reads(Pattern.compile("Take \\d+ people out\\?"));
        eventually("named are all who are still in", () -> ana.sees("Take %d people out?".formatted(stillIn())));
        long held = stillIn();
        assertThat(held).as("half of a group goes without asking").isGreaterThanOrEqualTo(6);
        String last = TENANTS.stream()
                .filter(tenant -> house.holds(OFFICE_14, tenant))
                .findFirst()
                .orElseThrow();
        ana.goOnTo(HarbourHouse.PAGES + "/customers/" + house.customer(last));
        ana.reads("is still in " + OFFICE_14 + ", although the access has ended.")
                .goTo(PAGE);
        ana.press("Approve exactly these " + held).confirm("Approve " + held);
        eventually("all tenants out", () -> stillIn() == 0);
        assertThat(house.holds(OFFICE_14, PreparedWorld.ELIF))
                .as("her contract goes on")
                .isTrue();
        ana.readsNoMore("out of " + OFFICE_14);
    }

    @Test
    void whomSomebodyElseKeepsTakingOutIsAskedAboutOnce(Browsers browsers) {
        house.partners().nexudus().addCustomer("Rita Rocha", RITA);
        house.partners().nexudus().addCustomer("Rute Ramos", RUTE);
        house.buys(RITA, "Flex pass");
        house.buys(RUTE, "Flex pass");
        eventually("both in", () -> house.holds(FLEX, RITA) && house.holds(FLEX, RUTE));
        takesOut(RITA, RUTE);
        eventually("both put back", () -> house.holds(FLEX, RITA) && house.holds(FLEX, RUTE));
        takesOut(RITA, RUTE);
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, PAGE);
        ana.reads("Who else takes Rita Rocha out of " + FLEX + "?").reads("somebody has taken them out again");
        ana.reads("Who else takes Rute Ramos out of " + FLEX + "?").press("Look for it in Nexudus");
        eventually("every customer and item looked through, as fast as Nexudus allows", () -> ana.sees(NO_SIGN));
        ana.press("Leave Rute Ramos out")
                .readsNoMore("Who else takes Rute Ramos out")
                .reads(NO_SIGN);
        ana.press("Leave Rita Rocha out")
                .readsNoMore("Who else takes Rita Rocha out")
                .reads("Left out although entitled");
        ana.press("Let Rita Rocha in again").offersNo("Let Rita Rocha in again");
        ana.press("Let Rute Ramos in again").readsNoMore("Left out although entitled");
        eventually("both in again", () -> house.holds(FLEX, RITA) && house.holds(FLEX, RUTE));
    }

    private void takesOut(String... emails) {
        for (String email : emails) {
            house.takesOutByHand(FLEX, email);
        }
        product.bean(Sync.class).again(house.space().id(), Subject.wholeSpace(), "test");
    }

    /** The copy is from before Rosa bought: she is in, and the restored record knows nothing of her. */
    @Test
    void whoeverAnOlderCopyHasForgottenIsClaimedByName(Browsers browsers) {
        Space space = house.space();
        Backup backup = Backup.of(product.database(), space.id());
        house.partners().nexudus().addCustomer("Rosa Reis", ROSA);
        house.partners().nexudus().addCustomer("Sven Sund", SVEN);
        long pass = house.buys(ROSA, "Flex pass");
        house.buys(SVEN, "Flex pass");
        eventually("both in", () -> house.holds(FLEX, ROSA) && house.holds(FLEX, SVEN));
        backup.restore("1 day");
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES);
        product.bean(Sync.class).again(space.id(), Subject.wholeSpace(), "test");
        ana.reads("until you answer nobody is let in or taken out").reads("Every change is stopped");
        ana.goTo(PAGE).reads("Whom did we let in?").reads("Sven Sund, " + FLEX);
        ana.press(Pattern.compile("Tick all \\d+: in Salto and entitled now")).untick(Pattern.compile("Sven Sund, .*"));
        ana.press("Go on")
                .reads(Pattern.compile("We look after \\d+ (person|people)\\. All others stay"))
                .confirm("Go on");
        ana.readsNoMore("Whom did we let in?").goTo(HarbourHouse.PAGES).readsNoMore("Every change is stopped");
        house.partners().nexudus().refundPass(pass);
        eventually("Rosa was ours", () -> !house.holds(FLEX, ROSA));
        assertThat(house.holds(FLEX, SVEN)).as("stays by hand").isTrue();
    }

    private long stillIn() {
        return TENANTS.stream().filter(tenant -> house.holds(OFFICE_14, tenant)).count();
    }
}
