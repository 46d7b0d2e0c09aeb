package stranger;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nexudus as another might simulate it: throttled with 429 now and then, pauses, teams and time zones at other paths, another field for the secret of a webhook, and no
 * word of which collections lists leave out.
 */
final class StrangeNexudus extends StrangeServer {

    static final long HOUSE = 7;
    static final long DAY_PASS = 60;
    static final String PAUSES = "billing/pausedperiods";
    static final String TEAMS = "spaces/companies";
    static final String TIME_ZONES = "sys/zones";
    static final int CUSTOMERS = 12;
    private static final long BOOKER = customer(1);
    private static final int THROTTLED_EVERY = 101;
    private static final int FIRST_THROTTLED = 9;
    private static final String EARLIER = "2026-01-01T08:00:00Z";

    private final StrangeRecords records = new StrangeRecords();
    private final StrangeHooks hooks = new StrangeHooks();
    private final StrangeAcs acs = new StrangeAcs();
    private int requests;
    private int passes;

    StrangeNexudus() throws IOException {
        records.add(
                "sys/businesses", "Id", HOUSE, "Name", "Strange House", "WebAddress", "strange", "SimpleTimeZoneId", 5);
        records.add(TIME_ZONES, "Id", 5, "Name", "Nepal Standard Time");
        IntStream.rangeClosed(1, CUSTOMERS).forEach(this::addCustomer);
        sells();
        teams();
        booked();
        List.of("spaces/checkins", PAUSES, "sys/webhooks").forEach(records::at);
    }

    static long customer(int number) {
        return 9_000_000_000L + number;
    }

    static String email(int number) {
        return "person" + number + "@strange.example";
    }

    private void addCustomer(int number) {
        records.add(
                "spaces/coworkers",
                "Id",
                customer(number),
                "UniqueId",
                Json.id("coworker " + number),
                "UserId",
                number,
                "FullName",
                "Zoë " + number,
                "Email",
                email(number),
                "Active",
                true,
                "Archived",
                false,
                "InvoicingBusinessId",
                HOUSE,
                "AccessCardId",
                null);
    }

    private void sells() {
        records.add(
                "billing/timepasses",
                "Id",
                DAY_PASS,
                "Name",
                "Day",
                "BusinessId",
                HOUSE,
                "MinutesIncluded",
                null,
                "Archived",
                false);
        records.add("spaces/resources", "Id", 70, "Name", "Room", "BusinessId", HOUSE, "Archived", false);
        records.add("sys/floorplandesks", "Id", 80, "Name", "Office", "ItemType", 1, "FloorPlanBusinessId", HOUSE);
    }

    private void teams() {
        records.add(
                TEAMS,
                "Id",
                50,
                "BusinessId",
                HOUSE,
                "PayingMemberId",
                BOOKER,
                "TeamMembers",
                List.of(customer(2), customer(3)));
    }

    private void booked() {
        sell(1, null);
        records.add(
                "spaces/bookings",
                "Id",
                90,
                "UniqueId",
                Json.id("booking"),
                "ResourceId",
                70,
                "FloorPlanDeskId",
                null,
                "CoworkerId",
                BOOKER,
                "FromTime",
                "2099-01-01T10:00:00Z",
                "ToTime",
                "2099-01-01T11:00:00Z",
                "Tentative",
                false);
        records.add(
                "billing/coworkercontracts",
                "Id",
                95,
                "IssuedById",
                HOUSE,
                "CoworkerId",
                BOOKER,
                "StartDate",
                EARLIER,
                "Active",
                true,
                "Cancelled",
                false,
                "CancellationDate",
                null,
                "FloorPlanDeskIds",
                "80");
    }

    /** A day pass, good until it is used or expires; null is never. */
    synchronized void sell(int customer, @Nullable Instant expires) {
        passes++;
        records.add(
                "billing/coworkertimepasses",
                "Id",
                600 + passes,
                "UniqueId",
                Json.id("pass " + passes),
                "CoworkerId",
                customer(customer),
                "TimePassId",
                DAY_PASS,
                "Used",
                false,
                "UsedDate",
                null,
                "ExpireDate",
                expires == null ? null : expires.toString(),
                "TotalUses",
                1,
                "CreatedOn",
                EARLIER);
    }

    /** Webhooks that were made. */
    synchronized List<ObjectNode> webhooks() {
        return List.copyOf(records.at("sys/webhooks"));
    }

    StrangeAcs acs() {
        return acs;
    }

    /**
     * Access of this customer may have changed.
     *
     * @return what the webhook for that answered
     */
    int callsAbout(int customer) {
        return hooks.call(webhookForAccess(), StrangeHooks.secretOf(webhookForAccess()), about(customer));
    }

    /** The same, by somebody who knows the address and not the secret. */
    int isImitatedAbout(int customer) {
        return hooks.call(webhookForAccess(), "guessed", about(customer));
    }

    private ObjectNode webhookForAccess() {
        return webhooks().stream()
                .filter(hook -> Json.text(hook, "Action").equals("61"))
                .findFirst()
                .orElseThrow();
    }

    private synchronized ObjectNode about(int customer) {
        return records.at("spaces/coworkers").get(customer - 1);
    }

    @Override
    Said answer(Asked request) {
        if (request.path().equals("/api/token")) {
            return Said.ok(Json.of(
                    "access_token", "strange", "token_type", "bearer", "expires_in", 3_600, "refresh_token", "again"));
        }
        if (!request.header("authorization").equals("Bearer strange")) {
            return Said.nothing(401);
        }
        requests++;
        return requests % THROTTLED_EVERY == FIRST_THROTTLED
                ? Said.nothing(429)
                : records.answer(request, request.path().substring("/api/".length()));
    }
}
