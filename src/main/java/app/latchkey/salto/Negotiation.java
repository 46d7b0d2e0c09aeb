package app.latchkey.salto;

import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Foreign;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerHttp;
import app.latchkey.connection.PartnerRequest;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks the hub of a site's entries for a connection, within the budget and behind the breakers of any other request, but of a credential of its
 * own: what a stream cannot do stops nothing else.
 */
@Component
class Negotiation {

    private static final int MOST_HUBS = 3;

    /** Where to open a WebSocket, and the token to show there. */
    record Agreed(URI socket, Secret token) {}

    private final PartnerHttp http;
    private final AccessTokens tokens;
    private final Addresses addresses;
    private final Optional<URI> base;

    Negotiation(PartnerHttp http, AccessTokens tokens, Addresses addresses, LatchkeySettings settings) {
        this.http = http;
        this.tokens = tokens;
        this.addresses = addresses;
        this.base = settings.saltoStreamUrl();
    }

    boolean isOffered() {
        return base.isPresent();
    }

    /** @throws PartnerFailure RIGHT_MISSING where the account may not listen, or whatever else stands in the way */
    Agreed of(SpaceId space) {
        URI entries = URI.create(
                base.orElseThrow() + addresses.of(Endpoint.STREAM, "/hub/entries?site_id=" + addresses.site(space)));
        Hub first = new Hub(entries, tokens.current(space, Partner.SALTO));
        PartnerAnswer answer = asked(space, first);
        if (answer.status() == 401) {
            first = new Hub(entries, tokens.insteadOf(space, Partner.SALTO, first.token()));
            answer = asked(space, first);
        }
        return agreed(space, first, answer);
    }

    private Agreed agreed(SpaceId space, Hub first, PartnerAnswer answered) {
        Hub hub = first;
        PartnerAnswer answer = answered;
        for (int hubs = 1; hubs <= MOST_HUBS; hubs++) {
            if (!answer.isSuccess()) {
                throw SaltoError.of(answer).failure();
            }
            JsonNode said = Wire.tree(answer.body());
            Optional<String> elsewhere = Wire.text(said, "url");
            if (elsewhere.isEmpty()) {
                return new Agreed(hub.socket(connection(said)), hub.token());
            }
            hub = hub.sentOnTo(elsewhere.get(), token(said));
            answer = asked(space, hub);
        }
        throw Hub.unreadable();
    }

    /** In the earlier version of negotiating the id was not a secret yet, and served for both. */
    private static String connection(JsonNode said) {
        return Wire.text(said, "connectionToken")
                .or(() -> Wire.text(said, "connectionId"))
                .orElseThrow(Hub::unreadable);
    }

    private static String token(JsonNode said) {
        return Wire.text(said, "accessToken").filter(Foreign::isToken).orElseThrow(Hub::unreadable);
    }

    private PartnerAnswer asked(SpaceId space, Hub hub) {
        return http.send(PartnerRequest.of(Partner.SALTO, "salto stream " + space, HttpMethod.POST, hub.negotiation())
                .with("Authorization", "Bearer " + hub.token().reveal()));
    }
}
