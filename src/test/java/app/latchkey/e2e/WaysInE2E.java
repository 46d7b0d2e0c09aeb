package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.SignInLetter;
import app.latchkey.product.WithProduct;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import sandbox.SandboxClock;
import sandbox.http.Fields;
import sandbox.mail.Inbox;
import sandbox.mail.Mail;
import sandbox.nexudus.Nexudus;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** What an operator reads and does about tags and PINs where Salto's tags are given by hand. */
@WithProduct(own = true, settings = "latchkey.salto.tags=off")
@BrowserTest
class WaysInE2E {

    private static final String FREE = "02400031";
    private static final String TAKEN = "02400032";

    private static final String PRIYA = "priya.iyer@saffronsoft.example";
    private static final String PIN = "908172";
    private static final String PIN_AS_SHOWN = "908 172";

    private final RunningProduct product;
    private final HarbourHouse house;
    private final Nexudus nexudus;
    private final Salto salto;
    private final SandboxClock clock;

    WaysInE2E(RunningProduct product, HarbourHouse house) {
        this.product = product;
        this.house = house;
        nexudus = product.partners().nexudus();
        salto = product.partners().salto();
        clock = product.partners().clock();
    }

    @Test
    void aTagIsGivenByHandInTheStepsThatThePageNames(Browsers browsers) {
        salto.registerTag(PreparedWorld.HARBOUR_HOUSE, FREE);
        card(PreparedWorld.MARTA, FREE);
        Visitor ana = at(browsers, PreparedWorld.MARTA);
        ana.reads("Give it by hand: in Salto, open Users and this person, choose Assign tag, and take " + FREE);
        Axe.findsNothing(ana.page());
        salto.giveTag(PreparedWorld.MARTA, FREE);
        clock.advance(Duration.ofMinutes(21));
        eventually("the tag seen", () -> {
            clock.advance(Duration.ofSeconds(5));
            return !ana.sees("Give it by hand");
        });
        ana.reads(FREE);
    }

    @Test
    void whoHasATagAlreadyIsNamedWhereItIsToBeGivenByHand(Browsers browsers) {
        salto.registerTag(PreparedWorld.HARBOUR_HOUSE, TAKEN);
        salto.giveTag(PreparedWorld.BENGT, TAKEN);
        card(PreparedWorld.AISHA, TAKEN);
        Visitor ana = at(browsers, PreparedWorld.AISHA);
        clock.advance(Duration.ofMinutes(21));
        eventually("the conflict", () -> {
            clock.advance(Duration.ofSeconds(5));
            return ana.sees("has it in Salto, and not from us");
        });
        ana.readsNoMore("Give it by hand");
        Axe.findsNothing(ana.page());
    }

    @Test
    void pinsAreSwitchedOnForSomebodyByAnOperator(Browsers browsers) {
        Visitor ana = at(browsers, PreparedWorld.AISHA);
        ana.reads("not switched on for this user").press("Switch on PINs for Aisha Rahman");
        ana.reads("PINs are switched on for Aisha Rahman.").readsNoMore("not switched on for this user");
    }

    @Test
    void twoPinsThatMayBeOneAreEndedFromThePage(Browsers browsers) {
        salto.givePin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, "525149");
        salto.givePin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.BENGT, "525149");
        clock.advance(Duration.ofMinutes(61));
        eventually("Bengt in", () -> house.holds("Office 12", PreparedWorld.BENGT));
        salto.opensByTheSamePin(PreparedWorld.MARTA, salto.lock(PreparedWorld.HARBOUR_HOUSE, "Office 12"));
        Visitor ana = at(browsers, PreparedWorld.MARTA);
        eventually("the suspicion", () -> {
            clock.advance(Duration.ofSeconds(20));
            return ana.sees("Two people may have the same PIN");
        });
        Axe.findsNothing(ana.page());
        ana.press("End the PINs of Marta Nunes and Bengt Söderberg").reads("Neither PIN opens anything afterwards.");
        ana.confirm("End both PINs").reads("Both PINs have ended.");
    }

    @Test
    void aMemberSeesTheirNewPinOnceAndNoneWhileTheSpaceHoldsChanges(Browsers browsers) {
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PRIYA, true);
        clock.advance(Duration.ofMinutes(61));
        Visitor priya = browsers.onAPhone().withAClockToMove().signInAs(PRIYA, "/doors");
        eventually("she may have one", () -> priya.goTo("/doors").hasATitle().sees("Make a new PIN"));
        priya.press("Make a new PIN").reads("Salto never shows a PIN twice.");
        Inbox inbox = product.partners().inbox();
        int before = inbox.to(PRIYA).size();
        priya.press("Send me six digits").reads("We sent six digits to " + PRIYA);
        Mail mail = inbox.awaitTo(PRIYA, before, Duration.ofSeconds(10));
        priya.fill("Six digits", SignInLetter.read(mail.text()).digits());
        salto.nextPin(PIN);
        priya.page().keyboard().press("Enter");
        priya.reads(PIN_AS_SHOWN).reads("it disappears after 20 seconds");
        Axe.findsNothing(priya.page());
        priya.passes(Duration.ofSeconds(21))
                .reads("The PIN is no longer shown.")
                .readsNoMore(PIN_AS_SHOWN);

        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES);
        ana.press("Pause changes").reads("You paused changes at");
        priya.goTo("/doors").press("Make a new PIN").reads("Your old PIN still works.");
        priya.offersNo("Send me six digits");
        ana.press("Resume, see what changed").readsNoMore("You paused changes at");
    }

    private Visitor at(Browsers browsers, String email) {
        return browsers.atADesk()
                .signInAs(PreparedWorld.ANA, HarbourHouse.PAGES + "/customers/" + house.customer(email));
    }

    private void card(String email, String number) {
        nexudus.edit("Coworker", house.customer(email), Fields.of("AccessCardId", number));
    }
}
