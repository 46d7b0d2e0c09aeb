package app.latchkey.salto;

import app.latchkey.connection.Foreign;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerHttp;
import app.latchkey.connection.PartnerRequest;
import app.latchkey.connection.Tokens;
import app.latchkey.shared.Secret;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Salto's way in for servers: a site administrator made for Latchkey, with user name and password and nobody at a browser. */
@Component
class PasswordGrant {

    private final PartnerHttp http;
    private final LatchkeySettings settings;

    PasswordGrant(PartnerHttp http, LatchkeySettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** @throws PartnerFailure WRONG_LOGIN when Salto does not take this login (any more) */
    Tokens signIn(String credential, KeptLogin login) {
        String form = "grant_type=password&username=" + encode(login.user()) + "&password="
                + encode(login.password().reveal()) + "&scope="
                + encode(settings.assumed(Assumption.SALTO_PASSWORD_SCOPE));
        PartnerAnswer answer =
                http.sendOnce(PartnerRequest.of(Partner.SALTO, credential, HttpMethod.POST, settings.saltoTokenUrl())
                        .with("Authorization", "Basic " + client())
                        .form(form));
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        return tokens(Wire.tree(answer.body()), login);
    }

    private static Tokens tokens(JsonNode answer, KeptLogin login) {
        String access = Wire.required(answer, "access_token");
        if (!Foreign.isToken(access)) {
            throw Wire.unreadable(null);
        }
        Optional<Secret> refresh = Wire.text(answer, "refresh_token").map(Secret::of);
        return new Tokens(
                Secret.of(access),
                Duration.ofSeconds(Math.max(60, Wire.number(answer, "expires_in"))),
                refresh.or(() -> Optional.of(login.sealed())));
    }

    /** What a login with two-factor sign-in is answered is not known: an error that does not speak of the client is taken for one of the login. */
    private static PartnerFailure refused(PartnerAnswer answer) {
        return switch (Wire.oauthError(answer.body())) {
            case "invalid_client",
                    "invalid_scope",
                    "unauthorized_client",
                    "unsupported_grant_type",
                    "invalid_request" -> SaltoTokens.misconfigured();
            case "" -> SaltoTokens.inTrouble(null);
            default ->
                PartnerFailure.of(
                        Partner.SALTO,
                        Category.WRONG_LOGIN,
                        "Salto KS does not accept this user name and password. Where two-factor sign-in is on for this login,"
                                + " switch it off, or use Salto’s sign-in page.");
        };
    }

    private String client() {
        String login =
                settings.saltoClientId() + ":" + settings.saltoClientSecret().reveal();
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
