package sandbox.salto;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import sandbox.http.Fields;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/** Users of a site: listed, made, invited, changed, suspended, deleted. */
final class UsersApi {
    private final SaltoState state;
    private final SaltoAccess access;
    private final SaltoLists lists;
    private final SaltoSettings settings;
    private final TagsApi tags;
    private final Clock clock;

    UsersApi(
            SaltoState state, SaltoAccess access, SaltoLists lists, SaltoSettings settings, TagsApi tags, Clock clock) {
        this.state = state;
        this.access = access;
        this.lists = lists;
        this.settings = settings;
        this.tags = tags;
        this.clock = clock;
    }

    void addTo(Router router) {
        String users = SaltoApi.VERSIONS + "/sites/{site}/users";
        router.on("GET", users, this::list)
                .on("POST", users, this::create)
                .on("POST", users + "/existing", this::invite)
                .on("POST", SaltoApi.VERSIONS + "/sites/{site}/guests", this::guest)
                .on("GET", SaltoApi.VERSIONS + "/users/search", this::search)
                .on("GET", users + "/{user}", this::read)
                .on("PATCH", users + "/{user}", this::change)
                .on("PATCH", users + "/{user}/subscription", this::subscribe)
                .on("DELETE", users + "/{user}", this::delete);
    }

    private Response list(Request request) {
        Site site = access.administered(request);
        site.settleTags(clock.instant());
        if (!settings.filtersById && request.query().text("$filter").contains("user/id")) {
            throw SaltoError.invalidQuery("A binary operator with incompatible types was detected");
        }
        return lists.answer(
                request, site.present().stream().map(user -> fields(site, user)).toList());
    }

    private Response read(Request request) {
        Site site = access.administered(request);
        site.settleTags(clock.instant());
        SiteUser user = Optional.ofNullable(site.users.get(request.variable("user")))
                .filter(this::canStillBeRead)
                .orElseThrow(() -> SaltoError.notFound("User"));
        return Response.json(fields(site, user));
    }

    private boolean canStillBeRead(SiteUser user) {
        Instant deleted = user.deletedAt;
        return deleted == null || clock.instant().isBefore(deleted.plus(settings.deleteDelay));
    }

    /** An e-mail address that the platform knows already is refused: such a person has to be invited as existing. */
    private Response create(Request request) {
        Site site = access.writable(request);
        Fields body = request.json();
        List<String> roleIds = roleIds(site, request, body);
        String email = body.text("email").strip();
        if (body.text("first_name").isBlank() || body.text("last_name").isBlank()) {
            throw SaltoError.invalidRequest("The first_name and last_name fields are required.");
        }
        if (settings.refusesNewUsers) {
            throw SaltoError.invalidValue("Language is not valid");
        }
        if (!email.isEmpty() && state.personByEmail(email).isPresent()) {
            throw SaltoError.of(settings.takenEmail, 1101, "Email is already in use");
        }
        Person person =
                state.addPerson(body.text("first_name"), body.text("last_name"), email.isEmpty() ? null : email);
        SiteUser user = add(site, person, roleIds);
        if (body.has(settings.tagIdField)) {
            tags.give(site, user, body.text(settings.tagIdField));
        }
        user.alias = body.text("alias");
        user.blocked = body.flag("blocked");
        user.usePin = body.flag("use_pin");
        if (!email.isEmpty()) {
            state.invitations.add(email);
        }
        return Response.json(fields(site, user));
    }

    private Response invite(Request request) {
        Site site = access.writable(request);
        Fields body = request.json();
        Person person = Optional.ofNullable(state.persons.get(body.text(settings.existingUserField)))
                .orElseThrow(() -> SaltoError.notFound("User"));
        if (site.userOf(person).isPresent()) {
            throw SaltoError.invalidValue("User is already on this site");
        }
        return Response.json(fields(site, add(site, person, roleIds(site, request, body))));
    }

    private Response guest(Request request) {
        Site site = access.writable(request);
        Fields body = request.json();
        Person person = state.addPerson("", "", null);
        SiteUser user = add(site, person, List.of(site.roleByCode("site_guest").id()));
        user.alias = body.text("alias");
        user.expiresAt = time(body.text("expires_at"));
        return Response.json(201, fields(site, user));
    }

    private Response search(Request request) {
        access.caller(request);
        state.sites.values().forEach(site -> site.settleTags(clock.instant()));
        String wanted = request.query().text("search_for");
        List<Fields> found = state.persons.values().stream()
                .filter(person -> wanted.equals(person.tagNumber) || isFoundBy(wanted, person))
                .map(Person::toFields)
                .toList();
        return lists.answer(request, found);
    }

    private boolean isFoundBy(String wanted, Person person) {
        String email = person.email;
        if (email == null || !settings.searchesLoosely) {
            return wanted.equalsIgnoreCase(email);
        }
        return beforeTheAt(wanted).equalsIgnoreCase(beforeTheAt(email));
    }

    private static String beforeTheAt(String address) {
        return address.split("@", -1)[0];
    }

    private Response change(Request request) {
        Site site = access.writable(request);
        SiteUser user = access.changeable(site, request);
        Fields body = request.json();
        user.alias = body.has("alias") ? body.text("alias") : user.alias;
        user.blocked = body.has("blocked") ? body.flag("blocked") : user.blocked;
        user.usePin = body.has("use_pin") ? body.flag("use_pin") : user.usePin;
        if (body.containsKey(settings.tagIdField)) {
            tags.change(site, user, body);
        }
        if (body.containsKey("expires_at")) {
            user.expiresAt = body.has("expires_at") ? time(body.text("expires_at")) : null;
        }
        if (user.person.managedBySite) {
            user.person.firstName = body.has("first_name") ? body.text("first_name") : user.person.firstName;
            user.person.lastName = body.has("last_name") ? body.text("last_name") : user.person.lastName;
        }
        return Response.json(fields(site, user));
    }

    /** Without a free seat the answer is the same, and the user stays suspended. */
    private Response subscribe(Request request) {
        Site site = access.writable(request);
        SiteUser user = access.changeable(site, request);
        switch (request.json().text("state")) {
            case "subscribed" -> user.subscribed = user.subscribed || site.hasFreeSeat();
            case "suspended" -> user.subscribed = false;
            default -> throw SaltoError.invalidValue("State is not valid");
        }
        return Response.empty(204);
    }

    private Response delete(Request request) {
        Site site = access.writable(request);
        site.remove(access.changeable(site, request), clock.instant());
        return Response.empty(202);
    }

    private SiteUser add(Site site, Person person, List<String> roleIds) {
        SiteUser user = new SiteUser(state.newId("user"), person);
        user.roleIds.addAll(roleIds);
        user.subscribed = site.hasFreeSeat();
        user.readyAt = clock.instant().plus(settings.readyDelay);
        site.users.put(user.id, user);
        return user;
    }

    /** Roles to give: at least one, of this site, and not above the caller's own. */
    private List<String> roleIds(Site site, Request request, Fields body) {
        List<String> ids = body.list("role_ids").stream().map(String::valueOf).toList();
        if (ids.isEmpty() || !site.roles.keySet().containsAll(ids)) {
            throw SaltoError.invalidValue("Role is not valid");
        }
        int rank = site.rankOf(access.caller(request));
        if (ids.stream().anyMatch(id -> site.role(id).rank() > rank)) {
            throw SaltoError.notAllowed();
        }
        return ids;
    }

    private Fields fields(Site site, SiteUser user) {
        return user.toFields(site, clock.instant());
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text.endsWith("Z") ? text : text + "Z");
        } catch (DateTimeParseException e) {
            throw SaltoError.invalidValue("Date is not valid");
        }
    }
}
