package app.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.SignInLetter;
import app.latchkey.product.WithProduct;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** Who comes in by mail, how often, and for how long. */
@WithProduct(own = true)
@BrowserTest
class SignInE2E {

    private static final String MEMBER = "beatriz.sapereira@maresia.example";

    /** How many an address is sent within a quarter of an hour. */
    private static final int MAILS = 5;

    private final RunningProduct product;

    SignInE2E(RunningProduct product) {
        this.product = product;
    }

    @Test
    void onlyTheButtonBehindTheLinkSpendsIt(Browsers browsers) {
        Visitor member = browsers.onAPhone();
        SignInLetter mail = Mailbox.ask(product, member.goTo("/sign-in"), MEMBER);
        String link = mail.link();
        browsers.atADesk().goTo(link).isAt("Welcome");
        member.goTo(link).press("Sign in as " + MEMBER);
        member.page().waitForURL("**/doors");
        browsers.atADesk().goTo(link).reads("This link was used or is older than 10 minutes.");
        Visitor late = browsers.atADesk().goTo("/sign-in?sent=" + UUID.randomUUID());
        late.fill("Six digits", mail.digits()).press("Sign in");
        late.reads("This code was used, is older than 10 minutes");
    }

    @Test
    void sixDigitsSignInWhereTheyWereAskedFor(Browsers browsers) {
        Visitor member = browsers.onAPhone();
        SignInLetter mail = Mailbox.ask(product, member.goTo("/sign-in"), "carlota.brandao@vaga.example");
        String digits = mail.digits();
        member.fill("Six digits", digits.equals("123456") ? "654321" : "123456").press("Sign in");
        member.reads("These are not the six digits.");
        member.fill("Six digits", digits).press("Sign in");
        member.page().waitForURL("**/doors");
    }

    @Test
    void anUnknownAddressReadsTheSameWords(Browsers browsers) {
        Visitor nobody = browsers.onAPhone().goTo("/sign-in");
        nobody.asksForAMail("nobody@nowhere.example");
    }

    @Test
    void whoeverAsksTooOftenReadsUntilWhenToWait(Browsers browsers) {
        Visitor eager = browsers.onAPhone().goTo("/sign-in");
        for (int mails = 0; mails < MAILS; mails++) {
            eager.asksForAMail("eager@nowhere.example");
        }
        eager.press("Send me a link and a code").reads("Too many tries. Wait until ");
        Axe.findsNothing(eager.page());
    }

    @Test
    void aPhoneStaysSignedInIsListedAndCanBeEndedFromAnother(Browsers browsers) {
        Visitor phone = browsers.onAPhone().signInAs(MEMBER, "/doors").isSignedIn();
        product.partners().clock().advance(Duration.ofHours(2));
        phone.losesItsSession().goTo("/doors").isSignedIn();
        Visitor laptop = browsers.atADesk().signInAs(MEMBER, "/devices").isAt("Your devices");
        assertThat(laptop.page().getByRole(AriaRole.LISTITEM).count()).isGreaterThanOrEqualTo(2);
        laptop.keepPicture("devices");
        laptop.endsAllDevices();
        phone.losesItsSession().goTo("/doors").isAt("Sign in");
    }

    @Test
    void signingOutForgetsTheDevice(Browsers browsers) {
        Visitor phone =
                browsers.onAPhone().signInAs(PreparedWorld.TOMASZ, "/doors").isSignedIn();
        List<Cookie> copied = phone.page().context().cookies();
        assertThat(copied).extracting(cookie -> cookie.name).contains("latchkey-device");
        phone.press("Sign out").isAt("Sign in");
        assertThat(phone.page().context().cookies())
                .extracting(cookie -> cookie.name)
                .doesNotContain("latchkey-device");
        phone.page().context().addCookies(copied);
        phone.losesItsSession().goTo("/doors").isAt("Sign in");
    }
}
