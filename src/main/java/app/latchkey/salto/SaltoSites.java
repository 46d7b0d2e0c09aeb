package app.latchkey.salto;

import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sites, and whether they can be used: Salto's list does not say what the account may do there, so each is tried. */
@Component
class SaltoSites {

    private final SaltoHttp http;
    private final Addresses addresses;

    SaltoSites(SaltoHttp http, Addresses addresses) {
        this.http = http;
        this.addresses = addresses;
    }

    List<Site> all(SpaceId space) {
        return http.list(space, addresses.of(Endpoint.SITES, "/sites")).stream()
                .map(row -> SaltoReader.site(row, usable(space, row)))
                .toList();
    }

    Site chosen(SpaceId space) {
        JsonNode row = http.read(space, addresses.ofSite(space, Endpoint.SITES, ""));
        return SaltoReader.site(row, usable(space, row));
    }

    List<Lock> locks(SpaceId space) {
        return http.list(space, addresses.ofSite(space, Endpoint.LOCKS, "/locks")).stream()
                .map(SaltoReader::lock)
                .toList();
    }

    Installation installation(SpaceId space) {
        return new Installation(
                shown(() -> http.read(space, addresses.ofSite(space, Endpoint.SITES, "/subscription")))
                        .flatMap(plan -> Wire.text(plan, "type")),
                shown(() -> http.list(space, addresses.ofSite(space, Endpoint.SITES, "/iqs")))
                        .map(rows -> rows.stream().map(SaltoReader::iq).toList()),
                shown(() -> http.list(
                                space, addresses.of(Endpoint.ME, "/me/" + addresses.site(space) + "/activated_iqs")))
                        .map(rows -> (int) rows.stream()
                                .filter(row -> Wire.flag(row, "activated"))
                                .count()));
    }

    /** Empty for what Salto does not have or does not show to this account; everything else about a site is known without it. */
    private static <T> Optional<T> shown(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (PartnerFailure failure) {
            return switch (failure.category()) {
                case RIGHT_MISSING, NOT_FOUND, REFUSED, UNREADABLE -> Optional.empty();
                case NEEDS_SIGN_IN,
                        WRONG_LOGIN,
                        ONE_TIME_CODE_NEEDED,
                        CONSENT_DENIED,
                        SITE_NOT_RELEASED,
                        NO_SUBSCRIPTION,
                        BY_HAND_FIRST,
                        NOT_READY,
                        THROTTLED,
                        SILENT,
                        RECORD_UNREADABLE,
                        MISCONFIGURED -> throw failure;
            };
        }
    }

    boolean mayReadEvents(SpaceId space) {
        String entries = addresses.ofSite(space, Endpoint.ENTRIES, "/entries?$top=1");
        return http.call(space, HttpMethod.GET, entries, Optional.empty()).isSuccess();
    }

    private Usable usable(SpaceId space, JsonNode row) {
        String path = addresses.of(Endpoint.ROLES, "/sites/" + SaltoReader.id(row, SiteId::of) + "/roles");
        PartnerAnswer roles = http.call(space, HttpMethod.GET, path, Optional.empty());
        if (!roles.isSuccess()) {
            return reason(SaltoError.of(roles).failure());
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
                    BY_HAND_FIRST,
                    THROTTLED,
                    SILENT,
                    UNREADABLE,
                    RECORD_UNREADABLE,
                    REFUSED,
                    MISCONFIGURED -> throw failure;
        };
    }
}
