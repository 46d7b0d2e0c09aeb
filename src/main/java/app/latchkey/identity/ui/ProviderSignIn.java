package app.latchkey.identity.ui;

import app.latchkey.identity.SignInSessions;
import app.latchkey.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Takes over an address that a configured provider vouches for; one that the provider has not verified itself proves nothing. */
@Component
class ProviderSignIn implements AuthenticationSuccessHandler {

    private final SignInSessions sessions;

    ProviderSignIn(SignInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication provider) throws IOException {
        response.sendRedirect(verifiedAddress(provider)
                .map(email -> (saysTwoFactors(provider)
                                ? sessions.signInWithSecondFactor(request, response, email)
                                : sessions.signIn(request, response, email))
                        .landing())
                .orElseGet(() -> refuse(request)));
    }

    private static Optional<EmailAddress> verifiedAddress(Authentication provider) {
        return provider.getPrincipal() instanceof OidcUser user
                        && Boolean.TRUE.equals(user.getEmailVerified())
                        && user.getEmail() != null
                ? EmailAddress.parse(user.getEmail())
                : Optional.empty();
    }

    /** Whether the provider itself asked for more than one (RFC 8176): then we need not ask again. */
    private static boolean saysTwoFactors(Authentication provider) {
        return provider.getPrincipal() instanceof OidcUser user
                && user.getAuthenticationMethods() != null
                && user.getAuthenticationMethods().contains("mfa");
    }

    private static String refuse(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        request.getSession().invalidate();
        return "/sign-in?provider=unverified";
    }
}
