package sandbox.salto;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import sandbox.http.Fields;
import sandbox.http.Parameters;
import sandbox.http.Refusal;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;
import sandbox.salto.SaltoState.Authorization;
import sandbox.salto.SaltoState.Family;
import sandbox.salto.SaltoState.Login;

/** Salto's identity server: discovery, keys, tokens. Consent is in {@link ConsentPage}. */
final class IdentityServer {
    static final Set<String> SCOPES = Set.of("user_api.full_access", "openid", "profile", "offline_access");

    private final SaltoState state;
    private final SaltoSettings settings;
    private final Tokens tokens;
    private final Supplier<URI> base;

    IdentityServer(SaltoState state, SaltoSettings settings, Tokens tokens, Supplier<URI> base) {
        this.state = state;
        this.settings = settings;
        this.tokens = tokens;
        this.base = base;
    }

    void addTo(Router router) {
        router.on("GET", "/.well-known/openid-configuration", request -> Response.json(discovery()))
                .on("GET", "/.well-known/openid-configuration/jwks", request -> Response.json(SigningKey.keySet()))
                .on("POST", "/connect/token", this::token);
    }

    private Fields discovery() {
        String url = base.get().toString();
        return Fields.of(
                "issuer", url,
                "jwks_uri", url + "/.well-known/openid-configuration/jwks",
                "authorization_endpoint", url + "/connect/authorize",
                "token_endpoint", url + "/connect/token",
                "scopes_supported", List.copyOf(SCOPES),
                "grant_types_supported",
                        List.of("authorization_code", "refresh_token", "password", "client_credentials"),
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic"),
                "code_challenge_methods_supported", List.of("S256"));
    }

    private Response token(Request request) {
        String clientId = request.basic()
                .filter(login -> decode(login.name()).equals(Salto.CLIENT_ID))
                .filter(login -> decode(login.password()).equals(Salto.CLIENT_SECRET))
                .filter(login -> settings.knowsClient)
                .map(login -> Salto.CLIENT_ID)
                .orElseThrow(() -> refuse(401, "invalid_client", "Client authentication failed"));
        if (!request.isForm()) {
            throw refuse(400, "invalid_request", "The body has to be a form");
        }
        Parameters form = request.form();
        Response answer = switch (form.text("grant_type")) {
            case "authorization_code" -> exchange(form, clientId);
            case "refresh_token" -> refresh(form, clientId);
            case "password" -> password(form, clientId);
            case "client_credentials" -> throw refuse(400, "unauthorized_client", "Not allowed for this client");
            default -> throw refuse(400, "unsupported_grant_type", "No such grant type");
        };
        return answer.with("Cache-Control", "no-store");
    }

    private Response exchange(Parameters form, String clientId) {
        Authorization authorization = Optional.ofNullable(state.codes.remove(form.text("code")))
                .filter(code -> code.expiresAt() > tokens.now())
                .filter(code -> code.clientId().equals(clientId))
                .filter(code -> code.redirectUri().equals(form.text("redirect_uri")))
                .filter(code -> code.challenge().equals(challenge(form.text("code_verifier"))))
                .orElseThrow(() -> refuse(400, "invalid_grant", "The code is not valid"));
        Fields answer = tokens.issue(new Family(authorization.login(), authorization.scope()), clientId);
        if (List.of(authorization.scope().split(" ", -1)).contains("openid")) {
            answer.with("id_token", idToken(authorization));
        }
        return Response.json(answer);
    }

    private Response refresh(Parameters form, String clientId) {
        Family family = tokens.spendRefreshToken(form.text("refresh_token"))
                .orElseThrow(() -> refuse(400, "invalid_grant", "The refresh token is not valid"));
        return Response.json(tokens.renew(family, clientId));
    }

    /** Has one scope only: asking for more was measured to be refused. */
    private Response password(Parameters form, String clientId) {
        if (!form.text("scope").equals("user_api.full_access")) {
            throw refuse(400, "invalid_scope", "The scope is not allowed for this client");
        }
        Login login = Optional.ofNullable(state.logins.get(form.text("username")))
                .filter(known -> known.password().equals(form.text("password")))
                .orElseThrow(() -> refuse(400, "invalid_grant", "invalid_username_or_password"));
        if (!settings.twoFactorError.isEmpty()) {
            throw refuse(400, settings.twoFactorError, "");
        }
        return Response.json(tokens.issue(new Family(login, "user_api.full_access"), clientId));
    }

    private String idToken(Authorization authorization) {
        Fields claims = Fields.of(
                "iss", base.get(),
                "sub", Tokens.subject(authorization.login()),
                "aud", authorization.clientId(),
                "iat", tokens.now(),
                "exp", tokens.now() + 300,
                "name", authorization.login().person().name(),
                "email", authorization.login().username());
        if (authorization.nonce() != null) {
            claims.with("nonce", authorization.nonce());
        }
        return SigningKey.sign("JWT", claims);
    }

    static Refusal refuse(int status, String error, String description) {
        return new Refusal(Response.json(status, Fields.of("error", error, "error_description", description)));
    }

    /** Basic credentials of an OAuth client are form-encoded first; ours mean the same either way. */
    private static String decode(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
