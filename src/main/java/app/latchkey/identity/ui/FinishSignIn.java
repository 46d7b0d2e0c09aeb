package app.latchkey.identity.ui;

import app.latchkey.identity.SignInSessions;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The last step of signing in: takes over the address that a page saw proved, and sends the browser where it wanted to go. */
@Controller
class FinishSignIn {

    static final String PATH = "/sign-in/finish";

    /** The page, a path of ours, that somebody wanted before the second factor was asked for. */
    static final String AFTER_SECOND_FACTOR = FinishSignIn.class.getName() + ".afterSecondFactor";

    private final SignInSessions sessions;
    private final WantedPage wanted;

    FinishSignIn(SignInSessions sessions, WantedPage wanted) {
        this.sessions = sessions;
        this.wanted = wanted;
    }

    @GetMapping(PATH)
    void finish(@RequestParam String ticket, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<ProvedAddress> proved = ProvedAddress.take(request, ticket);
        response.sendRedirect(
                proved.map(address -> signIn(address, request, response)).orElse("/sign-in"));
    }

    private String signIn(ProvedAddress address, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> wantedFirst = wanted.of(request, response);
        EmailAddress email = new EmailAddress(address.email());
        SignedIn user = address.secondFactor()
                ? sessions.signInWithSecondFactor(request, response, email)
                : sessions.signIn(request, response, email);
        if (user.secondFactorDue()) {
            wantedFirst.ifPresent(page -> request.getSession().setAttribute(AFTER_SECOND_FACTOR, page));
            return user.landing();
        }
        return address.next().isEmpty() ? wantedFirst.orElse(user.landing()) : address.next();
    }
}
