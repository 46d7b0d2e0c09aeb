package app.latchkey.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import sandbox.world.PreparedWorld;

/** An operator who sets a space up, and does what the pages say. */
public final class Operator {

    private static final Pattern OVERVIEW = Pattern.compile("/spaces/[^/]+$");

    private final Visitor at;
    private final Page page;

    public Operator(Visitor at) {
        this.at = at;
        this.page = at.page();
    }

    Visitor at() {
        return at;
    }

    void signIn() {
        at.signInAs(PreparedWorld.ANA, "/spaces");
    }

    public void createSpace(String name) {
        at.button("Set up your first space")
                .or(at.button("Add a space"))
                .first()
                .click();
        at.fill("Name", name).press("Create the space").isAt("May we see your doors?");
    }

    public void connectSalto(String site) {
        at.press("Sign in to Salto").press("Allow");
        at.press("Use " + site).press("Use " + site + ", continue");
    }

    public void connectNexudus(String location) {
        at.isAt("May we see what people buy?");
        page.getByLabel("E-mail of the Nexudus user").first().fill(PreparedWorld.INTEGRATION);
        at.fill("Password", PreparedWorld.PASSWORD);
        at.press("Connect Nexudus").press("Use " + location);
        at.reads("What we may read at " + location);
        at.press("Continue");
        at.isAt("Which purchase opens which doors?");
    }

    public void continueWithMatches() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Continue with \\d+ match")))
                .click();
        at.isAt("What will happen to whom?");
    }

    public void start(String mode, String button) {
        at.reads("Gain");
        answer("Yes, look after them");
        answer("Leave all");
        page.getByText(mode).first().click();
        at.press(button);
        // What is bought before both partners were asked once more would make it another preview.
        page.waitForURL(OVERVIEW);
    }

    /** Where the question is asked. */
    private void answer(String words) {
        Locator choice = page.getByText(words);
        if (choice.isVisible()) {
            choice.click();
        }
    }
}
