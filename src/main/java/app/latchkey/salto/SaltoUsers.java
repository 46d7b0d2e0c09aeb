package app.latchkey.salto;

import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Users of the chosen site: found, given a seat. */
@Component
class SaltoUsers {

    private final SaltoHttp http;
    private final Addresses addresses;
    private final FreshUsers fresh;

    SaltoUsers(SaltoHttp http, Addresses addresses, FreshUsers fresh) {
        this.http = http;
        this.addresses = addresses;
        this.fresh = fresh;
    }

    List<SaltoUser> all(SpaceId space) {
        return users(http.list(space, users(space, "")));
    }

    Optional<SaltoUser> find(SpaceId space, SiteUserId id) {
        PartnerAnswer answer = http.call(space, HttpMethod.GET, users(space, "/" + id), Optional.empty());
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(SaltoReader.user(Wire.tree(http.successful(answer).body())));
    }

    Optional<SaltoUser> byEmail(SpaceId space, EmailAddress email) {
        return filtered(space, "user/email", email.value()).stream()
                .filter(user -> user.email().equals(Optional.of(email)))
                .findFirst();
    }

    Optional<SaltoUser> byPlatformUser(SpaceId space, PlatformUserId id) {
        return among(space, id).stream()
                .filter(user -> user.platformUser().equals(id))
                .findFirst();
    }

    /** Nobody has seen Salto understand this filter: where it does not, all users are looked through. */
    private List<SaltoUser> among(SpaceId space, PlatformUserId id) {
        try {
            return filtered(space, "user/id", id.toString());
        } catch (PartnerFailure failure) {
            if (failure.is(Category.REFUSED)) {
                return all(space);
            }
            throw failure;
        }
    }

    private List<SaltoUser> filtered(SpaceId space, String property, String value) {
        String filter = property + "%20eq%20" + SaltoHttp.quoted(value);
        return users(http.list(space, users(space, "?$filter=" + filter)));
    }

    private static List<SaltoUser> users(List<JsonNode> rows) {
        return rows.stream().map(SaltoReader::user).toList();
    }

    void seat(SpaceId space, SiteUserId user, String state) {
        PartnerAnswer answer = http.call(
                space,
                HttpMethod.PATCH,
                users(space, "/" + user + "/subscription"),
                Optional.of(Wire.object().put("state", state).toString()));
        if (answer.isSuccess()) {
            fresh.arrived(user.toString());
            return;
        }
        SaltoError error = SaltoError.of(answer);
        boolean isFresh = error instanceof SaltoError.NotAllowed
                && find(space, user).filter(found -> found.roles().isEmpty()).isPresent()
                && fresh.mayStillBeFresh(user.toString());
        throw isFresh ? SaltoGroups.notReady() : error.failure();
    }

    private String users(SpaceId space, String path) {
        return addresses.ofSite(space, Endpoint.USERS, "/users" + path);
    }
}
