package sandbox;

import app.latchkey.identity.Role;
import app.latchkey.identity.SignInSessions;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.EmailAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in as a prepared person with one click: {@code /sandbox/sign-in?as=ADDRESS}. The product has no such door. */
final class OneClickSignIn extends OncePerRequestFilter {
    static final String PATH = "/sandbox/sign-in";
    private final SignInSessions sessions;

    OneClickSignIn(SignInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Optional<EmailAddress> address =
                Optional.ofNullable(request.getParameter("as")).flatMap(EmailAddress::parse);
        if (address.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "Say as whom: ?as=ADDRESS");
            return;
        }
        try {
            SignedIn user = sessions.signInWithSecondFactor(request, response, address.get());
            response.sendRedirect(wanted(request.getParameter("to")).orElse(home(user)));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** A path of the product itself, or nothing. */
    private static Optional<String> wanted(@Nullable String to) {
        return Optional.ofNullable(to).filter(path -> path.startsWith("/") && !path.startsWith("//"));
    }

    private static String home(SignedIn user) {
        if (user.roles().contains(Role.STAFF)) {
            return "/staff";
        }
        return user.roles().contains(Role.OPERATOR) ? "/spaces" : "/doors";
    }
}
