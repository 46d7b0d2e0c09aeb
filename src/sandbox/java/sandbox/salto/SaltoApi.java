package sandbox.salto;

import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import sandbox.http.Fields;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/** All endpoints of the Connect API. Most paths answer under v1.1 and v1.2; under v2 a normal client is refused. */
final class SaltoApi {
    static final String VERSIONS = "/v1[.][12]";

    private SaltoApi() {}

    static Router router(
            SaltoState state,
            SaltoAccess access,
            SaltoSettings settings,
            Doors doors,
            Clock clock,
            Supplier<URI> base) {
        SaltoLists lists = new SaltoLists(settings, base);
        Router router = new Router(state);
        new EntriesApi(access, settings, clock).addTo(router);
        router.on("GET", "/v2/.*", SaltoApi::forbidden);
        new SitesApi(state, access, lists).addTo(router);
        TagsApi tags = new TagsApi(access, lists, settings, clock);
        new UsersApi(state, access, lists, settings, tags, clock).addTo(router);
        new LockingApi(access, doors, clock).addTo(router);
        new ActivationApi(access, clock).addTo(router);
        new CredentialsApi(access, lists, state, clock).addTo(router);
        new GroupsApi(state, access, lists, settings, clock).addTo(router);
        tags.addTo(router);
        return router.otherwise(Response.empty(404));
    }

    private static Response forbidden(Request request) {
        return Response.json(
                403,
                Fields.of(
                        "type",
                        "https://httpstatuses.io/403",
                        "title",
                        "Forbidden",
                        "status",
                        403,
                        "traceId",
                        request.path()));
    }
}
