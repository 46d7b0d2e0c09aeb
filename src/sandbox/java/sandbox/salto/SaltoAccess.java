package sandbox.salto;

import java.util.Optional;
import java.util.regex.Pattern;
import sandbox.http.Fields;
import sandbox.http.Refusal;
import sandbox.http.Request;
import sandbox.http.Response;

/** Who calls, which site they mean, and whether they may. */
final class SaltoAccess {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final SaltoState state;
    private final Tokens tokens;

    SaltoAccess(SaltoState state, Tokens tokens) {
        this.state = state;
        this.tokens = tokens;
    }

    Person caller(Request request) {
        return request.bearer()
                .flatMap(tokens::check)
                .map(SaltoState.Login::person)
                .orElseThrow(SaltoAccess::unauthorized);
    }

    private static Refusal unauthorized() {
        return new Refusal(Response.empty(401)
                .with(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"The token is not valid\""));
    }

    /** A site that the caller belongs to in whatever role. The printed site UID is not its id: 400/1100. */
    Site site(Request request) {
        Person caller = caller(request);
        String id = request.variable("site");
        if (!UUID.matcher(id).matches()) {
            throw SaltoError.invalidRequest("The request is invalid.");
        }
        return Optional.ofNullable(state.sites.get(id))
                .filter(site -> site.rankOf(caller) > 0)
                .orElseThrow(() -> SaltoError.notFound("Site"));
    }

    /** A released site that the caller administers. */
    Site administered(Request request) {
        Site site = site(request);
        if (!administers(caller(request), site)) {
            throw SaltoError.notAllowed();
        }
        if (!site.released) {
            throw SaltoError.of(400, 2210, "Site is not released");
        }
        return site;
    }

    boolean administers(Person caller, Site site) {
        return site.roles.values().stream().anyMatch(role -> role.administers() && role.rank() <= site.rankOf(caller));
    }

    /** An administered site whose rights can be changed: its subscription is valid. */
    Site writable(Request request) {
        Site site = administered(request);
        if (!site.subscriptionValid) {
            throw SaltoError.of(403, 2212, "Site has no valid subscription");
        }
        return site;
    }

    SiteUser user(Site site, Request request) {
        return Optional.ofNullable(site.users.get(request.variable("user")))
                .filter(user -> !user.isDeleted())
                .orElseThrow(() -> SaltoError.notFound("User"));
    }

    AccessGroup group(Site site, Request request) {
        return Optional.ofNullable(site.groups.get(request.variable("group")))
                .orElseThrow(() -> SaltoError.notFound("Access group"));
    }

    /** A user whom the caller may change: nobody above himself. */
    SiteUser changeable(Site site, Request request) {
        SiteUser user = user(site, request);
        if (site.rankOf(user.person) > site.rankOf(caller(request))) {
            throw SaltoError.of(403, 2203, "User does not have permission for this operation on this user");
        }
        return user;
    }

    /** 2202 for any but the site's one gateway. */
    Fields iq(Site site, Request request) {
        if (!request.variable("iq").equals(site.iqId)) {
            throw SaltoError.notFound("IQ");
        }
        return site.iq();
    }

    Lock lock(Site site, String id) {
        return Optional.ofNullable(site.locks.get(id)).orElseThrow(() -> SaltoError.notFound("Lock"));
    }
}
