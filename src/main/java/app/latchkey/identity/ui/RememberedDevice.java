package app.latchkey.identity.ui;

import app.latchkey.identity.SignInSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a remembered device in again when somebody opens a page without a session. */
class RememberedDevice extends OncePerRequestFilter {

    private final SignInSessions sessions;

    RememberedDevice(SignInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (opensAPage(request) && SecurityContextHolder.getContext().getAuthentication() == null) {
            sessions.restore(request, response);
        }
        chain.doFilter(request, response);
    }

    /** Not a style sheet, nor a call of a page that is open already: a token that changes must not be raced for. */
    private static boolean opensAPage(HttpServletRequest request) {
        String accepts =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return "GET".equals(request.getMethod())
                && accepts.contains(MediaType.TEXT_HTML_VALUE)
                && request.getParameter("v-r") == null
                && !request.getRequestURI().startsWith("/sign-in/");
    }
}
