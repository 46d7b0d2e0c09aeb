package sandbox.salto;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Throttle;

/** How many requests about a site this Salto takes, where it is told. Nobody knows whether the real one has limits; it would say 429. */
final class SiteLimits {

    private static final Pattern SITE = Pattern.compile("/sites/([^/]+)");

    private final Map<String, Throttle> bySite = new ConcurrentHashMap<>();

    void put(String siteId, Throttle limit) {
        bySite.put(siteId, limit);
    }

    /** The answer to one request too many. */
    Optional<Response> refusal(Request request) {
        Matcher matcher = SITE.matcher(request.path());
        return matcher.find()
                ? Optional.ofNullable(bySite.get(matcher.group(1)))
                        .filter(limit -> !limit.admits(!request.method().equals("GET")))
                        .map(full -> Response.empty(429).with("Retry-After", "1"))
                : Optional.empty();
    }
}
