package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import sandbox.world.PreparedWorld;

/** An operator at the browser, who does what the pages say. */
final class Operator {

    private static final double PATIENCE = 30_000;

    private final RunningProduct product;
    private final Page page;

    Operator(RunningProduct product, Page page) {
        this.product = product;
        this.page = page;
        page.setDefaultTimeout(PATIENCE);
    }

    void signIn() {
        page.navigate(product.at("/sandbox/sign-in?as=" + PreparedWorld.ANA + "&to=/spaces"));
    }

    void createSpace(String name) {
        button("Set up your first space").or(button("Add a space")).first().click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name"))
                .first()
                .fill(name);
        button("Create the space").click();
        heading("May we see your doors?");
    }

    void connectSalto(String site) {
        button("Sign in to Salto").first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Allow"))
                .click();
        button("Use " + site).first().click();
        button("Use " + site + ", continue").click();
    }

    void connectNexudus(String location) {
        heading("May we see what people buy?");
        page.getByLabel("E-mail of the Nexudus user").first().fill(PreparedWorld.INTEGRATION);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"))
                .fill(PreparedWorld.PASSWORD);
        button("Connect Nexudus").click();
        button("Use " + location).click();
        button("Continue").click();
    }

    void match(String item, String group) {
        Locator groups = page.getByRole(
                AriaRole.COMBOBOX,
                new Page.GetByRoleOptions().setName("Groups for " + item).setExact(true));
        groups.click();
        groups.fill(group);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(group))
                .first()
                .click();
        page.keyboard().press("Escape");
    }

    void continueWithMatches() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Continue with \\d+ match")))
                .click();
        heading("What will happen to whom?");
    }

    void start(String mode, String button) {
        assertThat(page.getByText("Gain").first()).isVisible(new IsVisibleOptions().setTimeout(60_000));
        Locator adopt = page.getByText("Yes, look after them");
        if (adopt.isVisible()) {
            adopt.click();
        }
        page.getByText(mode).first().click();
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void heading(String words) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setLevel(1).setName(words)))
                .isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
    }

    void keepPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "shots", name + ".png"))
                .setFullPage(true));
    }
}
