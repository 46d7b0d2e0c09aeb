package app.latchkey.nexudus;

import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Foreign;
import app.latchkey.connection.Hearing;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerHttp;
import app.latchkey.connection.PartnerRequest;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to Nexudus's REST API on behalf of a space. A 401 means a dead token or a missing right, and does not say which: the token is
 * refreshed and the request replayed once, but not again and again for a right that stays missing.
 */
@Component
class NexudusHttp implements Pages {

    private static final JsonMapper JSON = Foreign.json();
    private static final Map<Entity, Assumption> ASSUMED_PATHS = Map.of(
            Entity.PAUSE, Assumption.NEXUDUS_PAUSES_PATH,
            Entity.TEAM, Assumption.NEXUDUS_TEAMS_PATH,
            Entity.TIME_ZONE, Assumption.NEXUDUS_TIME_ZONES_PATH);

    private final PartnerHttp http;
    private final Hearing hearing;
    private final AccessTokens tokens;
    private final LatchkeySettings settings;

    NexudusHttp(PartnerHttp http, Hearing hearing, AccessTokens tokens, LatchkeySettings settings) {
        this.http = http;
        this.hearing = hearing;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** What lies at this path; NOT_FOUND when nothing does. */
    @Override
    public JsonNode read(SpaceId space, String path) {
        return tree(successful(call(space, HttpMethod.GET, path, Optional.empty())));
    }

    Optional<Row> find(SpaceId space, String path) {
        PartnerAnswer answer = call(space, HttpMethod.GET, path, Optional.empty());
        return answer.status() == 404 ? Optional.empty() : Optional.of(new Row(tree(successful(answer))));
    }

    /** The same for somebody who may lack the right to ask: then it is as if nothing lay there. */
    Optional<Row> findIfAllowed(SpaceId space, String path) {
        try {
            return find(space, path);
        } catch (PartnerFailure failure) {
            if (failure.is(Category.RIGHT_MISSING)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** A purchase as it is by itself, for whoever may ask for it. */
    Optional<Row> findIfAllowed(SpaceId space, PurchaseKey purchase) {
        return Entity.of(purchase.kind()).flatMap(entity -> findIfAllowed(space, entity.path(purchase.id())));
    }

    /** A change; Nexudus says in the body whether it worked, also under 200. */
    JsonNode change(SpaceId space, HttpMethod method, String path, Optional<String> body) {
        JsonNode answer = tree(successful(call(space, method, path, body)));
        if (!answer.path("WasSuccessful").asBoolean(true)) {
            throw refused(200);
        }
        return answer;
    }

    /** Where an entity lies; not every path is documented. */
    String path(Entity entity) {
        return Optional.ofNullable(ASSUMED_PATHS.get(entity))
                .map(settings::assumed)
                .orElseGet(entity::path);
    }

    String path(Entity entity, long id) {
        return path(entity) + "/" + id;
    }

    boolean isAllowed(SpaceId space, String path) {
        PartnerAnswer answer = call(space, HttpMethod.GET, path, Optional.empty());
        return answer.status() != 401 && answer.status() != 403;
    }

    private PartnerAnswer call(SpaceId space, HttpMethod method, String path, Optional<String> body) {
        return tokens.answered(space, Partner.NEXUDUS, token -> send(space, method, path, body, token));
    }

    private PartnerAnswer send(SpaceId space, HttpMethod method, String path, Optional<String> body, Secret token) {
        PartnerRequest request = PartnerRequest.of(
                        Partner.NEXUDUS, Partner.NEXUDUS.credential(space), method, settings.nexudusApi(path))
                .with("Authorization", StandingLogin.header(token));
        return hearing.of(
                space, Partner.NEXUDUS, () -> http.send(body.map(request::json).orElse(request)));
    }

    private static PartnerAnswer successful(PartnerAnswer answer) {
        if (!answer.isSuccess()) {
            throw failure(answer);
        }
        return answer;
    }

    private static PartnerFailure failure(PartnerAnswer answer) {
        return switch (answer.status()) {
            case 401, 403 ->
                PartnerFailure.of(
                        Partner.NEXUDUS, Category.RIGHT_MISSING, "The connected Nexudus user lacks a right for this.");
            case 404 -> PartnerFailure.of(Partner.NEXUDUS, Category.NOT_FOUND, "Nexudus has no such record any more.");
            default -> refused(answer.status());
        };
    }

    private static PartnerFailure refused(int status) {
        return PartnerFailure.of(
                Partner.NEXUDUS, Category.REFUSED, "Nexudus refused the request (%d).".formatted(status));
    }

    private static JsonNode tree(PartnerAnswer answer) {
        try {
            return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    static PartnerFailure unreadable(Exception origin) {
        return PartnerFailure.of(
                Partner.NEXUDUS, Category.UNREADABLE, "Nexudus sent an answer that cannot be read.", origin);
    }
}
