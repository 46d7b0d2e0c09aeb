package stranger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nexudus as another might simulate it: pages of five rows that can only be counted, throttled with 429 now and then, pauses at another path, another
 * field for the secret of a webhook, and no word of which collections lists leave out.
 */
final class StrangeNexudus extends StrangeServer {

    static final long HOUSE = 7;
    static final long ROOM = 70;
    static final long BOOKER = 9_000_000_001L;
    private static final int PAGE = 5;
    private static final int THROTTLED_EVERY = 9;
    private static final String EARLIER = "2026-01-01T08:00:00Z";

    private final Map<String, List<ObjectNode>> tables = new LinkedHashMap<>();
    private int requests;

    StrangeNexudus() throws IOException {
        add(
                "sys/businesses",
                "Id",
                HOUSE,
                "Name",
                "Strange House",
                "WebAddress",
                "strange",
                "TimeZone",
                "Asia/Kathmandu");
        for (int number = 1; number <= 12; number++) {
            add(
                    "spaces/coworkers",
                    "Id",
                    9_000_000_000L + number,
                    "UniqueId",
                    StrangeSalto.id("coworker " + number),
                    "UserId",
                    number,
                    "FullName",
                    "Person " + number,
                    "Email",
                    "person" + number + "@strange.example",
                    "Active",
                    true,
                    "Archived",
                    false,
                    "InvoicingBusinessId",
                    HOUSE,
                    "AccessCardId",
                    null);
        }
        add(
                "billing/timepasses",
                "Id",
                60,
                "Name",
                "Day",
                "BusinessId",
                HOUSE,
                "MinutesIncluded",
                null,
                "Archived",
                false);
        add(
                "billing/coworkertimepasses",
                "Id",
                61,
                "UniqueId",
                StrangeSalto.id("pass"),
                "CoworkerId",
                BOOKER,
                "TimePassId",
                60,
                "Used",
                false,
                "UsedDate",
                null,
                "ExpireDate",
                null,
                "TotalUses",
                1,
                "CreatedOn",
                EARLIER);
        add("spaces/resources", "Id", ROOM, "Name", "Room", "BusinessId", HOUSE, "Archived", false);
        add("sys/floorplandesks", "Id", 80, "Name", "Office", "ItemType", 1, "FloorPlanBusinessId", HOUSE);
        add(
                "spaces/bookings",
                "Id",
                90,
                "UniqueId",
                StrangeSalto.id("booking"),
                "ResourceId",
                ROOM,
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
        add(
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
        List.of("spaces/checkins", "billing/pausedperiods", "sys/webhooks")
                .forEach(path -> tables.put(path, new ArrayList<>()));
    }

    private void add(String path, @Nullable Object... fields) {
        tables.computeIfAbsent(path, empty -> new ArrayList<>()).add(of(fields));
    }

    /** Webhooks that were made. */
    List<ObjectNode> webhooks() {
        return List.copyOf(tables.getOrDefault("sys/webhooks", List.of()));
    }

    @Override
    Said answer(Asked request, String authorization) {
        if (request.path().equals("/api/token")) {
            return Said.ok(of(
                    "access_token", "strange", "token_type", "bearer", "expires_in", 3_600, "refresh_token", "again"));
        }
        if (!authorization.equals("Bearer strange")) {
            return new Said(401, null);
        }
        requests++;
        return requests % THROTTLED_EVERY == 0 ? new Said(429, null) : record(request);
    }

    private Said record(Asked request) {
        String path = request.path().substring("/api/".length());
        List<ObjectNode> table = tables.get(path);
        if (table != null && request.method().equals("GET")) {
            return request.query().containsKey("id") ? byIds(table, request) : page(table, request);
        }
        if (table != null) {
            table.add(of(
                    "Id",
                    1_000 + table.size(),
                    "BusinessId",
                    HOUSE,
                    "Active",
                    true,
                    "URL",
                    request.field("URL"),
                    "SharedSecret",
                    request.field("SharedSecret")));
            return Said.ok(of("WasSuccessful", true));
        }
        int slash = path.lastIndexOf('/');
        return tables.getOrDefault(path.substring(0, Math.max(0, slash)), List.of()).stream()
                .filter(row -> text(row, "Id").equals(path.substring(slash + 1)))
                .findFirst()
                .map(row -> Said.ok(row))
                .orElseGet(() -> new Said(404, null));
    }

    private static Said byIds(List<ObjectNode> table, Asked request) {
        String ids = request.query().getOrDefault("id", "").replace('[', ',').replace(']', ',') + ",";
        return Said.ok(table.stream()
                .filter(row -> ids.contains("," + text(row, "Id") + ","))
                .toList());
    }

    private static Said page(List<ObjectNode> table, Asked request) {
        List<ObjectNode> rows =
                table.stream().filter(row -> matches(row, request.query())).toList();
        int size = Math.min(PAGE, request.number("size", PAGE));
        int from = (request.number("page", 1) - 1) * size;
        return Said.ok(of(
                "Records", rows.stream().skip(from).limit(size).toList(),
                "TotalItems", rows.size(),
                "HasNextPage", from + size < rows.size()));
    }

    /** Equality of what the row has; beginnings are understood of times alone. */
    private static boolean matches(ObjectNode row, Map<String, String> query) {
        return query.entrySet().stream().allMatch(each -> {
            boolean from = each.getKey().startsWith("from_");
            String name = each.getKey().replaceAll("^(from_)?[A-Za-z]+_", "");
            String value = text(row, row.has(name + "Id") ? name + "Id" : name);
            boolean isFilter = each.getKey().contains("_") && !value.isEmpty() && !name.equals("Id");
            return !isFilter
                    || (from ? value.compareTo(each.getValue()) >= 0 : value.equalsIgnoreCase(each.getValue()));
        });
    }
}
