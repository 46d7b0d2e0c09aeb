package stranger;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Nexudus's Custom ACS as caller: asks for groups under names of its own, and says who belongs in them. */
final class StrangeAcs {

    static final String ID_FIELD = "groupKey";
    static final String NAME_FIELD = "label";

    private final Calls calls = new Calls();

    /** What an operator has copied into Nexudus. */
    record Saved(URI groups, String token, URI customers, String bearer) {}

    /** Ids by name. */
    Map<String, String> groups(Saved saved) {
        HttpResponse<String> answer = calls.send(from(saved.groups(), saved.token()));
        Map<String, String> ids = new LinkedHashMap<>();
        for (JsonNode group : Json.tree(answer.body())) {
            ids.put(Json.text(group, NAME_FIELD), Json.text(group, ID_FIELD));
        }
        return ids;
    }

    /**
     * Says all groups of a customer.
     *
     * @return the status of the answer
     */
    int push(Saved saved, Instant at, int customer, List<String> groups) {
        String body = Json.write(Json.of(
                "time",
                at.toString(),
                "business",
                Json.of("id", StrangeNexudus.HOUSE, "name", "Strange House", "uniqueId", business()),
                "coworker",
                Json.of(
                        "id",
                        StrangeNexudus.customer(customer),
                        "email",
                        StrangeNexudus.email(customer),
                        "uniqueId",
                        Json.id("coworker " + customer),
                        "accessPincode",
                        "0000"),
                "groups",
                groups,
                "schedule",
                List.of()));
        return calls.send(from(saved.customers(), saved.bearer()).POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static HttpRequest.Builder from(URI address, String secret) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + secret)
                .header("X-Nexudus-Business-UniqueId", business())
                .header("X-Nexudus-User-UniqueId", Json.id("operator"));
    }

    private static String business() {
        return Json.id("business");
    }
}
