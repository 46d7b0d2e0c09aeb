package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sandbox.nexudus.Nexudus;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** The set-up can be left at any moment: a reload, the way back and coming again find what was answered and where the space stands. */
@WithProduct(own = true)
@BrowserTest
class SetupComeBackE2E {

    private static final String CARLA = "carla@newhouse.example";
    private static final String SPACE = "Coming Back";
    private static final String SALTO = "May we see your doors?";
    private static final String NEXUDUS = "May we see what people buy?";
    private static final String MATCH = "Which purchase opens which doors?";
    private static final String REVIEW = "What will happen to whom?";
    private static final String MEMBERS = "North - all members";

    private final RunningProduct product;

    SetupComeBackE2E(RunningProduct product) {
        this.product = product;
    }

    @Test
    void everyStepIsFoundAgainAsItWasLeft(Browsers browsers) {
        somebodyIsInAGroup();
        Operator carla = new Operator(browsers.atADesk().signInAs(CARLA, "/spaces"));
        carla.createSpace(SPACE);
        Visitor at = carla.at();
        Page page = at.page();
        page.reload();
        at.isAt(SALTO);
        comesBack(at).isAt(SALTO);

        carla.connectSalto(PreparedWorld.HARBOUR_NORTH);
        at.isAt(NEXUDUS);
        goesBackFrom("nexudus", page);
        at.isAt(SALTO).reads("Chosen");
        page.goForward();
        at.isAt(NEXUDUS);
        comesBack(at).isAt(NEXUDUS);

        carla.connectNexudus(PreparedWorld.HARBOUR_NORTH);
        goesBackFrom("match", page);
        at.isAt(NEXUDUS).reads("Chosen").reads("Time zones agree");
        page.goForward();
        at.isAt(MATCH);

        picks(page, "Photo studio", "Studio North");
        picks(page, "North member pass", MEMBERS);
        page.reload();
        at.isAt(MATCH);
        assertThat(item(page, "Photo studio").getByText("Studio North").first()).isVisible();
        Axe.findsNothing(page);
        comesBack(browsers.atADesk().signInAs(CARLA, "/spaces")).isAt(MATCH).reads("2 of 4 items matched");

        carla.continueWithMatches();
        answers(at);
        page.reload();
        at.isAt(REVIEW);
        assertThat(radio(page, "No, leave them for ever")).isChecked();
        assertThat(radio(page, "Leave all")).isChecked();
        Axe.findsNothing(page);
        goesBackFrom("review", page);
        at.isAt(MATCH).reads("2 of 4 items matched");
        comesBack(at).isAt(REVIEW);
        assertThat(radio(page, "Leave all")).isChecked();

        whatWasBoughtMeanwhileIsShownFirst(at);
        assertThat(page).hasURL(product.at("/spaces/coming-back"));
        comesBack(at);
        assertThat(page).hasURL(product.at("/spaces/coming-back"));
        page.navigate(product.at("/spaces/coming-back/setup/review"));
        assertThat(page).hasURL(product.at("/spaces/coming-back"));
    }

    /** A step is drawn a moment before its address stands in the browser's history, and no other is gone to while the server still speaks. */
    private static void goesBackFrom(String step, Page page) {
        assertThat(page).hasURL(Pattern.compile("/setup/" + step + "$"));
        page.waitForFunction(
                "() => Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive || !client.isActive())");
        page.goBack();
    }

    private static Visitor comesBack(Visitor at) {
        at.goTo("/spaces");
        at.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(SPACE))
                .first()
                .click();
        return at;
    }

    private static void answers(Visitor at) {
        at.reads("Gain");
        at.page().getByText("No, leave them for ever").click();
        at.page().getByText("Leave all").click();
    }

    private void whatWasBoughtMeanwhileIsShownFirst(Visitor at) {
        bookAtTheSandbox();
        at.press("Start watching");
        at.reads("Since this preview, 1 booking was made. Nothing was started.").reads("Changed");
        at.page().reload();
        at.reads("Since this preview, 1 booking was made.");
        at.press("Start watching");
    }

    private static void picks(Page page, String item, String group) {
        Locator take = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take %s for %s".formatted(group, item)));
        take.click();
        assertThat(take).hasCount(0);
    }

    private static Locator item(Page page, String name) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator radio(Page page, String words) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(words));
    }

    /** One with a pass that earns it, one without. */
    private void somebodyIsInAGroup() {
        Salto salto = product.partners().salto();
        String north = salto.site(PreparedWorld.HARBOUR_NORTH);
        salto.addByHand(PreparedWorld.IKER, salto.group(north, MEMBERS));
        salto.addByHand(
                salto.addUserByHand(north, "Gil", "Reis", "gil.reis@limpa.example"), salto.group(north, MEMBERS));
    }

    private void bookAtTheSandbox() {
        Nexudus nexudus = product.partners().nexudus();
        Instant from = product.partners().clock().instant().plus(5, ChronoUnit.HOURS);
        nexudus.book(
                nexudus.customer("lea.dubois@papillon.example"),
                nexudus.room("Photo studio"),
                from,
                from.plus(1, ChronoUnit.HOURS));
    }
}
