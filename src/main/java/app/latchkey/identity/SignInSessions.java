package app.latchkey.identity;

import app.latchkey.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Service;

/** Makes a proved address the one that is signed in: in a session of a new id, and, for members, on this device. */
@Service
public class SignInSessions {

    private final Accounts accounts;
    private final Devices devices;
    private final DeviceCookie cookie;
    private final SecurityContextHolderStrategy security;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignInSessions(Accounts accounts, Devices devices, DeviceCookie cookie, SecurityContextHolderStrategy security) {
        this.accounts = accounts;
        this.devices = devices;
        this.cookie = cookie;
        this.security = security;
    }

    /** For an address that has just been proved. Operators and staff are members until they have shown their second factor. */
    public SignedIn signIn(HttpServletRequest request, HttpServletResponse response, EmailAddress proved) {
        SignedIn user = accounts.arrive(proved);
        return enter(request, response, needsMore(user) ? user.withoutSecondFactor() : user);
    }

    /** For somebody who has shown both, or has just become an operator by making a space in this very session. */
    public SignedIn signInWithSecondFactor(
            HttpServletRequest request, HttpServletResponse response, EmailAddress proved) {
        return enter(request, response, accounts.arrive(proved));
    }

    private SignedIn enter(HttpServletRequest request, HttpServletResponse response, SignedIn user) {
        forgetDevice(request, response);
        if (mayBeRemembered(user)) {
            String device = devices.remember(user, DeviceLabel.of(request.getHeader("User-Agent")));
            cookie.write(response, device);
        }
        begin(request, response, user);
        return user;
    }

    /** For a device that comes back without a session. Somebody who has since become operator or staff proves the address again. */
    public void restore(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(token -> restore(request, response, token));
    }

    /** Ends what this browser keeps of a sign-in, beside the session. */
    public void forgetDevice(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(token -> {
            devices.forget(token);
            cookie.clear(response);
        });
    }

    private void restore(HttpServletRequest request, HttpServletResponse response, String token) {
        switch (devices.recognise(token)) {
            case Devices.Recognised known -> {
                SignedIn user = accounts.arrive(known.email());
                if (mayBeRemembered(user)) {
                    known.next().ifPresent(next -> cookie.write(response, next));
                    begin(request, response, user);
                }
            }
            case Devices.Unknown unknown -> cookie.clear(response);
        }
    }

    private static boolean mayBeRemembered(SignedIn user) {
        return !needsMore(user) && !user.secondFactorDue();
    }

    private static boolean needsMore(SignedIn user) {
        return !user.roles().equals(Set.of(Role.MEMBER));
    }

    /** A session of its own: nothing of an earlier visitor, open pages included, lives on in it. */
    private void begin(HttpServletRequest request, HttpServletResponse response, SignedIn user) {
        HttpSession earlier = request.getSession(false);
        if (earlier != null) {
            earlier.invalidate();
        }
        request.getSession(true);
        SecurityContext context = security.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                user.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList()));
        security.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
