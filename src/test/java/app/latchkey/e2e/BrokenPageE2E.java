package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandbox.postgres.EmbeddedDatabase;
import sandbox.world.PreparedWorld;

/** What is not there, and what broke: said in words, with a way on, and never with the inside of the machine. */
@WithProduct
@BrowserTest
class BrokenPageE2E {

    private static final String RUNS = HarbourHouse.PAGES + "/runs";

    private final RunningProduct product;
    private final HarbourHouse house;

    BrokenPageE2E(RunningProduct product, HarbourHouse house) {
        this.product = product;
        this.house = house;
    }

    @AfterEach
    void runsCanBeRead() throws SQLException {
        database("grant select on run to " + EmbeddedDatabase.APP);
    }

    @Test
    void whatIsNotThereLeadsBack(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, "/spaces");
        for (String nowhere : List.of(
                "/spaces/nowhere",
                HarbourHouse.PAGES + "/customers/" + house.customer(PreparedWorld.MARTA) + "9",
                HarbourHouse.PAGES + "/customers/x",
                RUNS + "/999999999")) {
            ana.goTo(nowhere).isAt("Not here").readsNoMore("Exception").follow("My spaces");
            ana.reads(PreparedWorld.HARBOUR_HOUSE);
        }
    }

    /** What is no page at all is refused before any page is drawn. */
    @Test
    void whatIsNoPageLeadsBackToo(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, "/spaces");
        ana.goTo("/nowhere").isAt("Not here").readsNoMore("Whitelabel").follow("My spaces and doors");
        ana.reads(PreparedWorld.HARBOUR_HOUSE);
    }

    /** The scripts are held back, as on a bad line: the page says by itself that it is on its way. */
    @Test
    void aPageWhoseScriptsAreSlowSaysSo(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, "/spaces").reads(PreparedWorld.HARBOUR_HOUSE);
        Locator slow = ana.page().getByText("Still reading…");
        assertThat(slow).not().isVisible();
        List<Route> held = new CopyOnWriteArrayList<>();
        ana.page().route("**/VAADIN/build/**", held::add);
        ana.page().navigate(ana.page().url(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        assertThat(slow).isVisible();
        ana.page().unroute("**/VAADIN/build/**");
        held.forEach(Route::resume);
        ana.reads(PreparedWorld.HARBOUR_HOUSE);
        assertThat(slow).not().isVisible();
    }

    @Test
    void whatCannotBeReadIsSaidAndComesBack(Browsers browsers) throws SQLException {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, RUNS).isAt("Runs");
        database("revoke select on run from " + EmbeddedDatabase.APP);
        ana.goTo(RUNS)
                .isAt("Runs")
                .reads("This part could not be read. The rest is fine.")
                .reads("Nexudus read");
        ana.readsNoMore("Exception").readsNoMore("permission denied");
        Visitor other = browsers.atADesk().signInAs(PreparedWorld.ANA, "/devices");
        other.goTo(RUNS + "/1")
                .isAt("Something broke on our side")
                .readsNoMore("Exception")
                .readsNoMore("permission denied");
        database("grant select on run to " + EmbeddedDatabase.APP);
        ana.press("Try again").isAt("Runs");
        other.press("Try again").readsNoMore("Something broke on our side");
    }

    private void database(String change) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        product.database().jdbcUrl(), EmbeddedDatabase.OWNER, EmbeddedDatabase.OWNER_PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute(change);
        }
    }
}
