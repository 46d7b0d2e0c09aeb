package app.latchkey.identity.ui;

import app.latchkey.identity.OneTimeToken;
import app.latchkey.shared.EmailAddress;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * An address that a page has just seen proved, on its way to a plain request: only that can change the session's id and set cookies,
 * whatever way the page talks to us. The ticket is known to this browser's page alone.
 *
 * @param next where to go afterwards, empty for the usual page
 * @param secondFactor whether nothing more is asked for: it was shown, or this session has just made its first space
 */
record ProvedAddress(String ticket, String email, String next, boolean secondFactor) implements Serializable {

    private static final String ATTRIBUTE = ProvedAddress.class.getName();

    /** Leaves the page for {@link FinishSignIn}. */
    static void handOver(EmailAddress proved) {
        handOver(new ProvedAddress(OneTimeToken.next(), proved.value(), "", false));
    }

    /** As {@link #handOver}, for somebody of whom nothing more is asked. */
    static void handOverWithSecondFactor(EmailAddress proved, String next) {
        handOver(new ProvedAddress(OneTimeToken.next(), proved.value(), next, true));
    }

    private static void handOver(ProvedAddress handed) {
        VaadinSession.getCurrent().getSession().setAttribute(ATTRIBUTE, handed);
        UI.getCurrent().getPage().setLocation(FinishSignIn.PATH + "?ticket=" + handed.ticket());
    }

    /** What was handed over in this session under this ticket; once. */
    static Optional<ProvedAddress> take(HttpServletRequest request, String ticket) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof ProvedAddress handed)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return same(handed.ticket(), ticket) ? Optional.of(handed) : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
