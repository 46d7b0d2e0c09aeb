package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Users of the chosen site: found, invited, given a seat. */
@Component
class SaltoUsers {

    private static final String ORDINARY = "site_user";

    private final SaltoHttp http;
    private final Addresses addresses;
    private final FreshUsers fresh;
    private final String existingUserField;

    SaltoUsers(SaltoHttp http, Addresses addresses, FreshUsers fresh, LatchkeySettings settings) {
        this.http = http;
        this.addresses = addresses;
        this.fresh = fresh;
        this.existingUserField = settings.assumed(Assumption.SALTO_EXISTING_USER_FIELD);
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
        return filtered(space, "user/id", id.toString()).stream()
                .filter(user -> user.platformUser().equals(id))
                .findFirst();
    }

    private List<SaltoUser> filtered(SpaceId space, String property, String value) {
        String filter = property + "%20eq%20" + SaltoHttp.quoted(value);
        return users(http.list(space, users(space, "?$filter=" + filter)));
    }

    private static List<SaltoUser> users(List<JsonNode> rows) {
        return rows.stream().map(SaltoReader::user).toList();
    }

    SaltoUser invite(SpaceId space, NewSaltoUser user) {
        Optional<SaltoUser> there = byEmail(space, user.email());
        return there.isPresent() ? there.get() : create(space, user);
    }

    /** When the answer was lost, the user may have been made all the same: then he is found by his address. */
    private SaltoUser create(SpaceId space, NewSaltoUser user) {
        String role = ordinaryRole(space);
        try {
            PartnerAnswer answer =
                    http.call(space, HttpMethod.POST, users(space, ""), Optional.of(newUser(user, role)));
            return answer.status() == 400 || answer.status() == 409
                    ? takeExisting(space, user, role, answer)
                    : SaltoReader.user(Wire.tree(http.successful(answer).body()));
        } catch (PartnerFailure failure) {
            if (failure.is(Category.SILENT) || failure.is(Category.UNREADABLE)) {
                return byEmail(space, user.email()).orElseThrow(() -> failure);
            }
            throw failure;
        }
    }

    /** Salto does not say whether an address is taken, so every refusal is looked into. */
    private SaltoUser takeExisting(SpaceId space, NewSaltoUser user, String role, PartnerAnswer refused) {
        String search = addresses.of(
                Endpoint.SEARCH,
                "/users/search?search_for=" + encode(user.email().value()) + "&for_site_id=" + addresses.site(space));
        String known = http.list(space, search).stream()
                .flatMap(row -> Wire.text(row, "id").stream())
                .findFirst()
                .orElseThrow(() -> SaltoError.of(refused).failure());
        ObjectNode body = Wire.object().put(existingUserField, known);
        body.putArray("role_ids").add(role);
        PartnerAnswer answer = http.call(
                space,
                HttpMethod.POST,
                addresses.ofSite(space, Endpoint.EXISTING, "/users/existing"),
                Optional.of(body.toString()));
        return answer.isSuccess()
                ? SaltoReader.user(Wire.tree(answer.body()))
                : byEmail(space, user.email())
                        .orElseThrow(() -> SaltoError.of(answer).failure());
    }

    private static String newUser(NewSaltoUser user, String role) {
        ObjectNode body = Wire.object()
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("email", user.email().value())
                .put("alias", "")
                .put("use_pin", false)
                .put("blocked", false)
                .put("override_privacy_mode", false)
                .put("toggle_easy_office_mode", false)
                .put("toggle_manual_office_mode", false);
        body.putArray("role_ids").add(role);
        return body.toString();
    }

    private String ordinaryRole(SpaceId space) {
        return http.list(space, addresses.ofSite(space, Endpoint.ROLES, "/roles")).stream()
                .filter(role -> Wire.text(role, "code").filter(ORDINARY::equals).isPresent())
                .map(role -> Wire.required(role, "id"))
                .findFirst()
                .orElseThrow(() -> PartnerFailure.of(
                        Partner.SALTO,
                        Category.RIGHT_MISSING,
                        "The connected Salto KS account may not make ordinary users."));
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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
