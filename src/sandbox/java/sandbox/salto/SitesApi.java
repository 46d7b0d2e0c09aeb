package sandbox.salto;

import java.util.List;
import java.util.stream.Stream;
import sandbox.http.Fields;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/** Sites, their subscription, gateways, locks and roles. */
final class SitesApi {
    private final SaltoState state;
    private final SaltoAccess access;
    private final SaltoLists lists;

    SitesApi(SaltoState state, SaltoAccess access, SaltoLists lists) {
        this.state = state;
        this.access = access;
        this.lists = lists;
    }

    void addTo(Router router) {
        String site = SaltoApi.VERSIONS + "/sites/{site}";
        router.on("GET", SaltoApi.VERSIONS + "/me", this::me)
                .on("GET", SaltoApi.VERSIONS + "/me/{site}/activated_iqs", this::activatedIqs)
                .on("GET", SaltoApi.VERSIONS + "/sites", this::sites)
                .on("GET", site, request -> Response.json(access.site(request).toFields()))
                .on(
                        "GET",
                        site + "/subscription",
                        request -> Response.json(access.administered(request).subscription()))
                .on(
                        "GET",
                        site + "/iqs",
                        request -> lists.answer(
                                request, List.of(access.administered(request).iq())))
                .on("GET", site + "/iqs/{iq}", this::iq)
                .on("GET", site + "/locks", this::locks)
                .on("GET", site + "/locks/{lock}", this::lock)
                .on("GET", site + "/roles", this::roles);
    }

    private Response me(Request request) {
        return Response.json(access.caller(request).toFields().with("tag_rf_id_uid", null));
    }

    /** The gateways for which the caller was set up to open doors from afar, or began to be. */
    private Response activatedIqs(Request request) {
        Site site = access.site(request);
        List<Fields> begun = site.userOf(access.caller(request)).stream()
                .flatMap(user -> Stream.ofNullable(user.codes))
                .map(codes -> Fields.of(
                        "iq_id", site.iqId, "activation_date", codes.activatedAt, "activated", codes.isActivated()))
                .toList();
        return lists.answer(request, begun);
    }

    private Response sites(Request request) {
        Person caller = access.caller(request);
        return lists.answer(
                request,
                state.sites.values().stream()
                        .filter(site -> site.rankOf(caller) > 0)
                        .map(Site::toFields)
                        .toList());
    }

    private Response iq(Request request) {
        return Response.json(access.iq(access.administered(request), request));
    }

    private Response locks(Request request) {
        Site site = access.administered(request);
        return lists.answer(
                request,
                site.locks.values().stream().map(lock -> lock.toFields(site)).toList());
    }

    private Response lock(Request request) {
        Site site = access.administered(request);
        return Response.json(access.lock(site, request.variable("lock")).toFields(site));
    }

    /** The roles that the caller may give: his own and lower ones. */
    private Response roles(Request request) {
        Site site = access.administered(request);
        int rank = site.rankOf(access.caller(request));
        List<Fields> roles = site.roles.values().stream()
                .filter(role -> role.rank() <= rank)
                .map(Role::toFields)
                .toList();
        return lists.answer(request, roles);
    }
}
