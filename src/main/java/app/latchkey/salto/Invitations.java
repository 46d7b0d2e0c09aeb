package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.EmailAddress;
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

/**
 * Brings people to the chosen site: makes them, or finds them by their address. Whoever comes is let through doors, so nobody is taken whose
 * address is not exactly the one that was asked for, and no administrator.
 */
@Component
class Invitations {

    private final SaltoHttp http;
    private final Addresses addresses;
    private final SaltoUsers users;
    private final String existingUserField;
    private final List<String> roles;

    Invitations(SaltoHttp http, Addresses addresses, SaltoUsers users, LatchkeySettings settings) {
        this.http = http;
        this.addresses = addresses;
        this.users = users;
        this.existingUserField = settings.assumed(Assumption.SALTO_EXISTING_USER_FIELD);
        this.roles = settings.assumedList(Assumption.SALTO_USER_ROLES);
    }

    Invited invite(SpaceId space, NewSaltoUser user) {
        Invited invited = users.byEmail(space, user.email()).map(Invited::found).orElseGet(() -> create(space, user));
        if (invited.user().isPrivileged()) {
            throw byHandFirst(
                    "This e-mail address belongs to an administrator of the Salto KS site, whom we never change.");
        }
        return invited;
    }

    /** When the answer was lost, the user may have been made all the same: then he is found by his address. */
    private Invited create(SpaceId space, NewSaltoUser user) {
        List<String> given = roleIds(space);
        try {
            PartnerAnswer answer = http.call(
                    space,
                    HttpMethod.POST,
                    addresses.ofSite(space, Endpoint.USERS, "/users"),
                    Optional.of(newUser(user, given)));
            return answer.status() == 400 || answer.status() == 409
                    ? Invited.found(existing(space, user.email(), given, answer))
                    : Invited.made(made(space, user.email(), http.successful(answer)));
        } catch (PartnerFailure failure) {
            if (failure.is(Category.SILENT) || failure.is(Category.UNREADABLE)) {
                return users.byEmail(space, user.email()).map(Invited::made).orElseThrow(() -> failure);
            }
            throw failure;
        }
    }

    /** An answer may leave the address out, but not name another. */
    private SaltoUser made(SpaceId space, EmailAddress email, PartnerAnswer answer) {
        SaltoUser user = SaltoReader.user(Wire.tree(answer.body()));
        return user.email().isEmpty() ? user : exactly(space, email, user, answer);
    }

    /** Salto does not say whether an address is taken, so every refusal is looked into. */
    private SaltoUser existing(SpaceId space, EmailAddress email, List<String> given, PartnerAnswer refused) {
        String known = known(space, email).orElseThrow(() -> nobody(refused));
        ObjectNode body = Wire.object().put(existingUserField, known);
        given.forEach(body.putArray("role_ids")::add);
        PartnerAnswer answer = http.call(
                space,
                HttpMethod.POST,
                addresses.ofSite(space, Endpoint.EXISTING, "/users/existing"),
                Optional.of(body.toString()));
        return answer.isSuccess()
                ? exactly(space, email, SaltoReader.user(Wire.tree(answer.body())), answer)
                : users.byEmail(space, email).orElseThrow(() -> nobody(answer));
    }

    /** The search may find more than was asked for; two of the same address are one too many to tell apart. */
    private Optional<String> known(SpaceId space, EmailAddress email) {
        String search = addresses.of(
                Endpoint.SEARCH,
                "/users/search?search_for=" + URLEncoder.encode(email.value(), StandardCharsets.UTF_8) + "&for_site_id="
                        + addresses.site(space));
        List<String> found = http.list(space, search).stream()
                .filter(row -> has(row, email))
                .flatMap(row -> Wire.text(row, "id").stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean has(JsonNode row, EmailAddress email) {
        return Wire.text(row, "email")
                .flatMap(EmailAddress::parse)
                .filter(email::equals)
                .isPresent();
    }

    private SaltoUser exactly(SpaceId space, EmailAddress email, SaltoUser came, PartnerAnswer answer) {
        return came.email().equals(Optional.of(email))
                ? came
                : users.byEmail(space, email).orElseThrow(() -> nobody(answer));
    }

    /** What else stands in the way is said as it is; a wrong request is said as what somebody of the space can do about it. */
    private static PartnerFailure nobody(PartnerAnswer answer) {
        PartnerFailure failure = SaltoError.of(answer).failure();
        return answer.isSuccess() || failure.is(Category.REFUSED)
                ? byHandFirst(
                        "Salto KS did not make this user (%d, code %d) and knows nobody by exactly this e-mail address. Add the user in Salto KS by hand: we find them by the address."
                                .formatted(answer.status(), Wire.errorCode(answer.body())))
                : failure;
    }

    private static PartnerFailure byHandFirst(String words) {
        return PartnerFailure.of(Partner.SALTO, Category.BY_HAND_FIRST, words);
    }

    private static String newUser(NewSaltoUser user, List<String> given) {
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
        given.forEach(body.putArray("role_ids")::add);
        return body.toString();
    }

    private List<String> roleIds(SpaceId space) {
        List<JsonNode> mayBeGiven = http.list(space, addresses.ofSite(space, Endpoint.ROLES, "/roles"));
        return roles.stream().map(code -> roleId(mayBeGiven, code)).toList();
    }

    private static String roleId(List<JsonNode> mayBeGiven, String code) {
        return mayBeGiven.stream()
                .filter(role -> Wire.text(role, "code").filter(code::equals).isPresent())
                .map(role -> Wire.required(role, "id"))
                .findFirst()
                .orElseThrow(() -> PartnerFailure.of(
                        Partner.SALTO,
                        Category.RIGHT_MISSING,
                        "The connected Salto KS account may not make users with the role %s.".formatted(code)));
    }
}
