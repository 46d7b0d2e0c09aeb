package app.latchkey.e2e;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.SignInLetter;
import java.time.Duration;
import sandbox.mail.Inbox;

/** What a visitor finds in the mail. */
final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Mailbox() {}

    /** Asks at the sign-in page where the visitor is, and takes the letter that comes of it. */
    static SignInLetter ask(RunningProduct product, Visitor visitor, String email) {
        Inbox inbox = product.partners().inbox();
        int before = inbox.to(email).size();
        visitor.asksForAMail(email);
        return SignInLetter.read(inbox.awaitTo(email, before, PATIENCE).text());
    }
}
