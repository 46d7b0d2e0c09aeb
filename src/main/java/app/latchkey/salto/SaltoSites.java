package app.latchkey.salto;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sites, and whether they can be used: Salto's list does not say what the account may do there, so each is tried. */
@Component
class SaltoSites {

    private final SaltoHttp http;
    private final Connections connections;

    SaltoSites(SaltoHttp http, Connections connections) {
        this.http = http;
        this.connections = connections;
    }

    List<Site> all(SpaceId space) {
        return http.list(space, "/v1.2/sites").stream()
                .map(row -> SaltoReader.site(row, usable(space, row)))
                .toList();
    }

    Site chosen(SpaceId space) {
        JsonNode row = http.read(space, path(space));
        return SaltoReader.site(row, usable(space, row));
    }

    /** The beginning of every address within the chosen site. */
    String path(SpaceId space) {
        return connections
                .place(space, Partner.SALTO)
                .map(site -> "/v1.2/sites/" + site)
                .orElseThrow(() -> PartnerFailure.of(
                        Partner.SALTO, Category.NOT_FOUND, "No Salto KS site has been chosen for this space yet."));
    }

    boolean mayReadEvents(SpaceId space) {
        String entries = path(space).replace("/v1.2/", "/v1.1/") + "/entries?$top=1";
        return http.call(space, HttpMethod.GET, entries, Optional.empty()).isSuccess();
    }

    private Usable usable(SpaceId space, JsonNode row) {
        String path = "/v1.2/sites/" + Wire.required(row, "id") + "/roles";
        PartnerAnswer roles = http.call(space, HttpMethod.GET, path, Optional.empty());
        if (!roles.isSuccess()) {
            return reason(SaltoFailures.of(roles));
        }
        return Wire.flag(row, "subscription_valid") ? Usable.yes() : Usable.no(Usable.Reason.NO_SUBSCRIPTION);
    }

    private static Usable reason(PartnerFailure failure) {
        return switch (failure.category()) {
            case RIGHT_MISSING, NOT_FOUND -> Usable.no(Usable.Reason.WRONG_ROLE);
            case SITE_NOT_RELEASED -> Usable.no(Usable.Reason.NOT_RELEASED);
            case NO_SUBSCRIPTION -> Usable.no(Usable.Reason.NO_SUBSCRIPTION);
            case NEEDS_SIGN_IN,
                    WRONG_LOGIN,
                    ONE_TIME_CODE_NEEDED,
                    CONSENT_DENIED,
                    NOT_READY,
                    THROTTLED,
                    SILENT,
                    UNREADABLE,
                    REFUSED,
                    MISCONFIGURED -> throw failure;
        };
    }
}
