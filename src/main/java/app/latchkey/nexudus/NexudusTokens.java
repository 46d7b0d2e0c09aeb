package app.latchkey.nexudus;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Foreign;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerHttp;
import app.latchkey.connection.PartnerRequest;
import app.latchkey.connection.TokenRefresher;
import app.latchkey.connection.Tokens;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nexudus's token endpoint. Every space has its own {@code client_id}: without it Nexudus keeps one refresh token for each user, and two
 * systems that sign in with the same user knock each other out.
 */
@Component
class NexudusTokens implements TokenRefresher {

    private static final JsonMapper JSON = Foreign.json();
    private static final Duration UNTIL_LOOKED_AT_AGAIN = Duration.ofDays(1);
    private static final String ONE_TIME_CODE = "two_factor_auth_check";

    private final PartnerHttp http;
    private final Connections connections;
    private final LatchkeySettings settings;

    NexudusTokens(PartnerHttp http, Connections connections, LatchkeySettings settings) {
        this.http = http;
        this.connections = connections;
        this.settings = settings;
    }

    @Override
    public Partner partner() {
        return Partner.NEXUDUS;
    }

    Tokens signIn(SpaceId space, String user, Secret password, Optional<String> oneTimeCode) {
        if (settings.assumed(Assumption.NEXUDUS_LOGIN).equals("basic")) {
            return standing(space, StandingLogin.of(user, password));
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("username", user);
        form.put("password", password.reveal());
        oneTimeCode.ifPresent(code -> form.put("totp", code));
        PartnerAnswer answer = send(space, connections.clientId(space, Partner.NEXUDUS), form);
        if (answer.isSuccess()) {
            return tokens(answer);
        }
        throw error(answer).equals(ONE_TIME_CODE)
                ? failure(Category.ONE_TIME_CODE_NEEDED, "This Nexudus user needs a one-time code as well.")
                : signInRefused(answer, oneTimeCode.isPresent());
    }

    private static PartnerFailure signInRefused(PartnerAnswer answer, boolean withCode) {
        if (answer.status() != 400 && answer.status() != 401) {
            return failure(Category.REFUSED, "Nexudus refused the sign-in (%d).".formatted(answer.status()));
        }
        return failure(
                Category.WRONG_LOGIN,
                withCode
                        ? "Nexudus does not accept this user name, password or one-time code."
                        : "Nexudus does not accept this user name and password, or the user has no API access.");
    }

    /**
     * A login that counts for every request, found good by using it.
     *
     * @throws PartnerFailure WRONG_LOGIN where it is not
     */
    Tokens standing(SpaceId space, Secret login) {
        PartnerAnswer answer = http.sendOnce(PartnerRequest.of(
                        Partner.NEXUDUS,
                        "nexudus token " + space,
                        HttpMethod.GET,
                        settings.nexudusApi(Entity.BUSINESS.path() + "?page=1&size=1"))
                .with("Authorization", StandingLogin.header(login)));
        if (!answer.isSuccess()) {
            throw signInRefused(answer, false);
        }
        return new Tokens(login, UNTIL_LOOKED_AT_AGAIN, Optional.of(login));
    }

    @Override
    public Tokens refresh(SpaceId space, String clientId, Secret refreshToken) {
        if (StandingLogin.isOne(refreshToken)) {
            return stillStanding(space, refreshToken);
        }
        PartnerAnswer answer =
                send(space, clientId, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken.reveal()));
        if (answer.isSuccess()) {
            return tokens(answer);
        }
        throw error(answer).equals("invalid_grant") || answer.status() == 401
                ? PartnerFailure.needsSignIn(
                        Partner.NEXUDUS, "Nexudus no longer accepts our access: it has lapsed, or the user changed.")
                : failure(Category.SILENT, "Nexudus could not renew our access (%d).".formatted(answer.status()));
    }

    private Tokens stillStanding(SpaceId space, Secret login) {
        try {
            return standing(space, login);
        } catch (PartnerFailure failure) {
            throw failure.is(Category.WRONG_LOGIN)
                    ? PartnerFailure.needsSignIn(
                            Partner.NEXUDUS,
                            "Nexudus no longer accepts our access: the app was taken out, or the user changed.")
                    : failure;
        }
    }

    private PartnerAnswer send(SpaceId space, String clientId, Map<String, String> form) {
        String text = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.sendOnce(PartnerRequest.of(
                        Partner.NEXUDUS, "nexudus token " + space, HttpMethod.POST, settings.nexudusApi("token"))
                .with("client_id", clientId)
                .form(text));
    }

    private static Tokens tokens(PartnerAnswer answer) {
        JsonNode tree = tree(answer);
        String access = tree.path("access_token").asString("");
        long seconds = tree.path("expires_in").asLong(0);
        if (!Foreign.isToken(access) || seconds <= 0) {
            throw failure(Category.UNREADABLE, "Nexudus sent an answer that cannot be read.");
        }
        return new Tokens(
                Secret.of(access),
                Duration.ofSeconds(seconds),
                Optional.of(tree.path("refresh_token").asString(""))
                        .filter(text -> !text.isEmpty())
                        .map(Secret::of));
    }

    private static String error(PartnerAnswer answer) {
        try {
            JsonNode tree = JSON.readTree(answer.body());
            return tree == null ? "" : tree.path("error").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static JsonNode tree(PartnerAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw NexudusHttp.unreadable(e);
        }
    }

    private static PartnerFailure failure(Category category, String words) {
        return PartnerFailure.of(Partner.NEXUDUS, category, words);
    }
}
