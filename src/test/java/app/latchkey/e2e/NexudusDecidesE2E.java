package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sandbox.SandboxClock;
import sandbox.nexudus.CustomAcs;
import sandbox.nexudus.CustomAcs.Mischief;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** The other way through the wizard: Nexudus is told where to call, and from then on decides. */
@WithProduct(own = true)
@BrowserTest
class NexudusDecidesE2E {

    private static final String FLEX = "Flex members";
    private static final String BY_HAND = "by.hand@pushed.example";
    private static final Duration A_DAY_AND_A_WEEKEND = Duration.ofDays(3);
    private static final String UNKNOWN = "a group of long ago";

    private final Nexudus nexudus;
    private final CustomAcs acs;
    private final sandbox.salto.Salto salto;
    private final SandboxClock clock;
    private final String site;

    NexudusDecidesE2E(RunningProduct product) {
        nexudus = product.partners().nexudus();
        acs = nexudus.customAcs();
        salto = product.partners().salto();
        clock = product.partners().clock();
        site = salto.site(PreparedWorld.HARBOUR_HOUSE);
    }

    private long location() {
        return nexudus.location(PreparedWorld.HARBOUR_HOUSE);
    }

    private boolean isIn(String email) {
        return salto.user(site, email).isPresent() && salto.isMember(email, salto.group(site, FLEX));
    }

    @Test
    void pastesFiveLinesIntoNexudusAndDoorsFollowWhatItSays(Browsers browsers) {
        Visitor desk = browsers.atADesk();
        Operator ana = new Operator(desk);
        salto.addByHand(salto.addUserByHand(site, "By", "Hand", BY_HAND), salto.group(site, FLEX));
        ana.signIn();
        ana.createSpace(PreparedWorld.HARBOUR_HOUSE);
        ana.connectSalto(PreparedWorld.HARBOUR_HOUSE);
        connect(desk);
        desk.isAt("Which purchase opens which doors?")
                .reads("is kept in Nexudus")
                .reads(FLEX);
        Axe.findsNothing(desk.page());
        desk.press("Continue").isAt("What will happen to whom?");
        ana.start("Full: we let people in", "Start full sync");
        doorsFollow(browsers);
        faultsAreShown(desk);
        secretsAreNotShownAgain(desk);
        silenceIsShown(desk);
    }

    private void connect(Visitor desk) {
        desk.isAt("May we see what people buy?");
        desk.page().getByText("Nexudus decides").first().click();
        desk.press("Make address and secrets").reads("are shown this once");
        Axe.findsNothing(desk.page());
        desk.press("Continue").reads("Nexudus has not asked us for the access groups yet");
        acs.save(
                location(),
                pasted(desk, "Access groups API endpoint"),
                pasted(desk, "API access token"),
                pasted(desk, "Webhook URL"),
                pasted(desk, "Webhook bearer"));
        acs.askForGroups(location());
        acs.map(location(), "TimePass", nexudus.pass("Flex pass"), FLEX);
        acs.map(location(), "Resource", nexudus.room("Meeting Room 4"), UNKNOWN);
        desk.reads("Nexudus has asked for the access groups").reads("No push has come yet");
        acs.pushAll(location());
        desk.reads("The last push came").press("Continue");
    }

    private static String pasted(Visitor desk, String label) {
        return desk.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .inputValue();
    }

    /** A pass opens its door, its end shuts it by our clock; who was put in by hand, or was never spoken of, stays. */
    private void doorsFollow(Browsers browsers) {
        Visitor aisha = browsers.onAPhone().withAClockToMove().signInAs(PreparedWorld.AISHA, "/doors");
        aisha.reads("Nothing opens for you today.");
        Instant end = clock.instant().plus(Duration.ofHours(2));
        nexudus.buyPass(nexudus.customer(PreparedWorld.AISHA), nexudus.pass("Flex pass"), end);
        aisha.reads("Because you have access to " + FLEX);
        eventually("in", () -> isIn(PreparedWorld.AISHA));
        clock.moveTo(end);
        eventually("out", () -> !isIn(PreparedWorld.AISHA));
        aisha.reads("Your access to " + FLEX + " ended");
        assertThat(isIn(BY_HAND)).as("put in by hand, and never spoken of").isTrue();
    }

    private void faultsAreShown(Visitor desk) {
        nexudus.book(
                nexudus.customer(PreparedWorld.AISHA),
                nexudus.room("Meeting Room 4"),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(1)));
        eventually("pushed", acs::isQuiet);
        desk.goTo("/spaces/harbour-house/matches").reads("is kept in Nexudus").reads(UNKNOWN);
        Axe.findsNothing(desk.page());
    }

    private void silenceIsShown(Visitor desk) {
        acs.misbehave(Mischief.SILENT);
        clock.advance(A_DAY_AND_A_WEEKEND);
        desk.goTo("/spaces/harbour-house")
                .follow("See what Nexudus needs")
                .reads("see that Custom ACS is still on there, with the webhook URL from above");
        Axe.findsNothing(desk.page());
    }

    private void secretsAreNotShownAgain(Visitor desk) {
        desk.goTo("/spaces/harbour-house/setup/nexudus")
                .reads("are not shown again")
                .reads("That cannot change while the space runs");
        assertThat(desk.page()
                        .getByLabel("Webhook bearer", new Page.GetByLabelOptions().setExact(true))
                        .count())
                .isZero();
        Axe.findsNothing(desk.page());
    }
}
