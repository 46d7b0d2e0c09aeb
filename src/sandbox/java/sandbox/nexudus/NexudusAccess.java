package sandbox.nexudus;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import sandbox.http.Fields;
import sandbox.http.Parameters;
import sandbox.http.Refusal;
import sandbox.http.Request;
import sandbox.http.Request.Login;
import sandbox.http.Response;
import sandbox.http.Router;
import sandbox.nexudus.NexudusState.Token;

/**
 * Tokens and rights. A refresh token belongs to one {@code client_id}: a new one under the same id ends the earlier
 * one, and without the header the e-mail address is the id. A missing one-time code is answered 401 with the error
 * {@code two_factor_auth_check}; a wrong one like a wrong password.
 */
final class NexudusAccess {
    private static final long ACCESS_SECONDS = 604_799;
    private static final long REFRESH_SECONDS = Duration.ofDays(15).toSeconds();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final NexudusState state;
    private final Marketplace marketplace;
    private final Clock clock;

    NexudusAccess(NexudusState state, Marketplace marketplace, Clock clock) {
        this.state = state;
        this.marketplace = marketplace;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("POST", "/api/token", this::token);
    }

    /** The caller, by bearer token or HTTP Basic; 401 without {@code right}. */
    NexudusUser authorize(Request request, String right) {
        return request.bearer()
                .flatMap(this::byToken)
                .or(() -> request.basic().flatMap(this::byLogin))
                .filter(user -> user.may(right))
                .orElseThrow(() -> new Refusal(
                        Response.json(401, Fields.of("Message", "Authorization has been denied for this request."))));
    }

    private Optional<NexudusUser> byToken(String accessToken) {
        return Optional.ofNullable(state.accessTokens.get(accessToken))
                .filter(token -> token.expiresAt() > now())
                .map(token -> state.users.get(token.email()));
    }

    private Optional<NexudusUser> byLogin(Login login) {
        return byPassword(login.name(), login.password())
                .or(() -> marketplace.user(login).map(state.users::get));
    }

    private Optional<NexudusUser> byPassword(String email, String password) {
        return Optional.ofNullable(state.users.get(email)).filter(user -> user.password.equals(password));
    }

    private Response token(Request request) {
        if (!request.isForm()) {
            throw refuse(400, "unsupported_grant_type", "The body has to be a form.");
        }
        Parameters form = request.form();
        return switch (form.text("grant_type")) {
            case "password" -> password(request, form);
            case "refresh_token" -> refresh(request, form);
            default -> throw refuse(400, "unsupported_grant_type", "No such grant type.");
        };
    }

    /** The e-mail address of the member who calls; nobody where it is somebody who runs the place, or nobody at all. */
    Optional<String> member(Request request) {
        return request.bearer()
                .flatMap(token -> Optional.ofNullable(state.accessTokens.get(token)))
                .filter(token -> token.expiresAt() > now())
                .map(Token::email)
                .filter(state.members::containsKey);
    }

    private Response password(Request request, Parameters form) {
        String name = form.text("username");
        if (form.text("password").equals(state.members.get(name))) {
            return issue(name, request.header("client_id").orElse(name));
        }
        NexudusUser user = byPassword(form.text("username"), form.text("password"))
                .filter(known -> known.apiAccess)
                .orElseThrow(() -> refuse(401, "invalid_grant", "The user name or password is incorrect."));
        String code = user.oneTimeCode;
        if (code != null && form.find("totp").isEmpty()) {
            throw refuse(401, "two_factor_auth_check", "A one-time code is needed.");
        }
        if (code != null && !code.equals(form.text("totp"))) {
            throw refuse(401, "invalid_grant", "The one-time code is incorrect.");
        }
        return issue(user.email, request.header("client_id").orElse(user.email));
    }

    /** As a program does that sends no client id. */
    void signIn(String email, String password) {
        NexudusUser user = byPassword(email, password)
                .orElseThrow(() -> new IllegalArgumentException("no Nexudus user " + email + " with this password"));
        var unused = issue(user.email, user.email);
    }

    private Response refresh(Request request, Parameters form) {
        Token token = Optional.ofNullable(state.refreshTokens.get(form.text("refresh_token")))
                .filter(found -> found.expiresAt() > now())
                .filter(found ->
                        found.clientId().equals(request.header("client_id").orElse(found.email())))
                .orElseThrow(() -> refuse(401, "invalid_grant", "The refresh token is not valid."));
        return issue(token.email(), token.clientId());
    }

    private Response issue(String email, String clientId) {
        state.refreshTokens
                .values()
                .removeIf(token ->
                        token.clientId().equals(clientId) && token.email().equals(email));
        String access = random();
        String refresh = random();
        state.issued.addAll(List.of(access, refresh));
        state.accessTokens.put(access, new Token(email, clientId, now() + ACCESS_SECONDS));
        state.refreshTokens.put(refresh, new Token(email, clientId, now() + REFRESH_SECONDS));
        return Response.json(Fields.of(
                "access_token",
                access,
                "token_type",
                "bearer",
                "expires_in",
                ACCESS_SECONDS,
                "refresh_token",
                refresh));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String random() {
        byte[] bytes = new byte[48];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Refusal refuse(int status, String error, String description) {
        return new Refusal(Response.json(status, Fields.of("error", error, "error_description", description)));
    }
}
