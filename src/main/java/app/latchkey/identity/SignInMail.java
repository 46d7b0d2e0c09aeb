package app.latchkey.identity;

import app.latchkey.notice.Notice;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The mail that proves an address. */
final class SignInMail {

    private SignInMail() {}

    static Notice write(URI publicUrl, UUID request, String token, String code) {
        URI link = URI.create(publicUrl + "/sign-in/link?token=" + token);
        return Notice.of(
                        "sign-in:" + request,
                        "Sign in to Latchkey",
                        List.of(
                                "Open the link below and press the button there, or type these six digits where you asked for them:",
                                code,
                                "Both work once, for 10 minutes. If you did not ask for this mail, leave it: nothing happens."))
                .withLink("Sign in", link);
    }
}
