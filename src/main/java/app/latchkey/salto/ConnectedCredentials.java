package app.latchkey.salto;

import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What Salto users open with, over the Connect API. */
@Component
class ConnectedCredentials implements Credentials {

    private static final String PIN = "pin";
    private static final String TAG = "tag";

    private final SaltoHttp http;
    private final Addresses addresses;

    ConnectedCredentials(SaltoHttp http, Addresses addresses) {
        this.http = http;
        this.addresses = addresses;
    }

    /** One person's keys come in one page. PINs were measured; whatever is neither PIN nor tag is taken for a phone's. */
    @Override
    public Keys keys(SpaceId space, SiteUserId user) {
        String path = addresses.ofSite(space, Endpoint.KEYS, "/users/" + user + "/keys");
        String body = http.successful(http.call(space, HttpMethod.GET, path, Optional.empty()))
                .body();
        List<String> types =
                Wire.page(body).rows().stream().map(ConnectedCredentials::type).toList();
        return new Keys(types.contains(PIN), types.stream().anyMatch(type -> !type.equals(PIN) && !type.equals(TAG)));
    }

    private static String type(JsonNode key) {
        return Wire.text(key, "type").orElse(TAG).toLowerCase(Locale.ROOT);
    }
}
