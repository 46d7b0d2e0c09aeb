package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.ContactDetails;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** A browser without a network says so at once, and goes on by itself when it has one again. */
@WithProduct
@BrowserTest
class NoConnectionE2E {

    private final RunningProduct product;
    private final HarbourHouse house;

    NoConnectionE2E(RunningProduct product, HarbourHouse house) {
        this.product = product;
        this.house = house;
    }

    @Test
    void anOperatorsPageSaysThatItIsNoLongerKeptUpToDate(Browsers browsers) {
        eventually("Marta in", () -> house.holds("Flex members", PreparedWorld.MARTA));
        Visitor operator = browsers.atADesk()
                .signInAs(PreparedWorld.ANA, HarbourHouse.PAGES)
                .reads("Changed lately");
        Locator words = operator.page().getByText("No connection. This page shows what was so before");
        assertThat(words).not().isVisible();
        operator.page().context().setOffline(true);
        assertThat(words).isVisible();
        assertThat(operator.page().locator(".v-status-message")).not().isVisible();
        operator.page().context().setOffline(false);
        assertThat(words).not().isVisible();
    }

    /** At the door: what was so last, with its age, and whom to call; also after a reload, and gone by itself once there is a network. */
    @Test
    void aMembersDoorsStayOnThePhone(Browsers browsers) {
        eventually("Marta in", () -> house.holds("Flex members", PreparedWorld.MARTA));
        setsAPhone("+351 21 555 0100");
        Visitor member = browsers.onAPhone().signInAs(PreparedWorld.MARTA, "/doors");
        member.reads("Open space").isKeptOnThePhone();
        Locator call = member.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Call Harbour House")));
        assertThat(call).not().isVisible();

        member.page().context().setOffline(true);
        member.reads("No connection. This is from");
        assertThat(call).isVisible();
        assertThat(member.button("I'm at a locked door")).not().isVisible();
        member.page().reload();
        member.reads("No connection. This is from").reads("Open space").reads("Because of your Flex pass");
        assertThat(call).isVisible();

        // The phone's own word that there is a network may come too early, or not at all.
        member.page()
                .evaluate("() => window.addEventListener('online', event => event.stopImmediatePropagation(), true)");
        member.page().context().setOffline(false);
        assertThat(member.button("I'm at a locked door")).isVisible();
        member.readsNoMore("No connection. This is from");
    }

    private void setsAPhone(String number) {
        Spaces spaces = product.bean(Spaces.class);
        Scopes scopes = product.bean(Scopes.class);
        SpaceId space = house.space().id();
        scopes.inSpace(space, () -> spaces.contact(space, new ContactDetails(number, "", "")));
    }
}
