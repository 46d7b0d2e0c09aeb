package app.latchkey.salto;

import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Hearing;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerHttp;
import app.latchkey.connection.PartnerRequest;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Requests to Salto's Connect API on behalf of a space: with its token, refreshed and replayed once when Salto does not accept it. */
@Component
class SaltoHttp {

    private final PartnerHttp http;
    private final Hearing hearing;
    private final AccessTokens tokens;
    private final LatchkeySettings settings;
    private final OData odata;
    private final int page;

    SaltoHttp(PartnerHttp http, Hearing hearing, AccessTokens tokens, LatchkeySettings settings) {
        this.http = http;
        this.hearing = hearing;
        this.tokens = tokens;
        this.settings = settings;
        this.odata = OData.named(settings.assumed(Assumption.SALTO_ODATA));
        this.page = settings.assumedNumber(Assumption.SALTO_PAGE_SIZE);
    }

    JsonNode read(SpaceId space, String path) {
        return Wire.tree(
                successful(call(space, HttpMethod.GET, path, Optional.empty())).body());
    }

    /** The answer as it is, also a refusal. */
    PartnerAnswer call(SpaceId space, HttpMethod method, String path, Optional<String> body) {
        return call(space, method, settings.saltoApi(path), body);
    }

    PartnerAnswer successful(PartnerAnswer answer) {
        if (!answer.isSuccess()) {
            throw SaltoError.of(answer).failure();
        }
        return answer;
    }

    /** All rows of a list. */
    List<JsonNode> list(SpaceId space, String path) {
        return new SaltoPages(settings.saltoApiUrl(), odata, page)
                .all(
                        path,
                        at -> successful(call(space, HttpMethod.GET, at, Optional.empty()))
                                .body());
    }

    private PartnerAnswer call(SpaceId space, HttpMethod method, URI uri, Optional<String> body) {
        return tokens.answered(space, Partner.SALTO, token -> send(space, method, uri, body, token));
    }

    private PartnerAnswer send(SpaceId space, HttpMethod method, URI uri, Optional<String> body, Secret token) {
        PartnerRequest request = odata.speaking(
                        PartnerRequest.of(Partner.SALTO, Partner.SALTO.credential(space), method, uri))
                .with("Authorization", "Bearer " + token.reveal());
        return hearing.of(
                space, Partner.SALTO, () -> http.send(body.map(request::json).orElse(request)));
    }

    /** A text inside an OData filter: quotes doubled, then encoded. */
    static String quoted(String text) {
        return URLEncoder.encode("'" + text.replace("'", "''") + "'", StandardCharsets.UTF_8);
    }
}
