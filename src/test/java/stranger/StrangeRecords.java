package stranger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Records by the path that they lie at: pages of four rows that can only be counted, and filters by what a row has. */
final class StrangeRecords {

    static final int MOST = 4;

    private static final int FIRST_ID = 1_000;

    private final Map<String, List<ObjectNode>> tables = new LinkedHashMap<>();

    ObjectNode add(String path, @Nullable Object... fields) {
        ObjectNode row = Json.of(fields);
        at(path).add(row);
        return row;
    }

    /** Those at this path, which need not be any. */
    List<ObjectNode> at(String path) {
        return tables.computeIfAbsent(path, _ -> new ArrayList<>());
    }

    Said answer(Asked request, String path) {
        List<ObjectNode> table = tables.get(path);
        if (table == null) {
            return one(request, path);
        }
        return switch (request.method()) {
            case "GET" -> request.query().containsKey("id") ? byIds(table, request) : page(table, request);
            case "PUT" -> replace(table, request.json());
            default -> make(table, request.json());
        };
    }

    private Said one(Asked request, String path) {
        int slash = Math.max(0, path.lastIndexOf('/'));
        List<ObjectNode> table = tables.getOrDefault(path.substring(0, slash), List.of());
        Optional<ObjectNode> found = table.stream()
                .filter(row -> Json.text(row, "Id").equals(path.substring(slash + 1)))
                .findFirst();
        if (request.isFor("DELETE")) {
            found.ifPresent(table::remove);
        }
        return found.map(Said::ok).orElseGet(() -> Said.nothing(404));
    }

    private static Said make(List<ObjectNode> table, ObjectNode row) {
        table.add(row.put("Id", FIRST_ID + table.size()));
        return Said.ok(Json.of("WasSuccessful", true));
    }

    private static Said replace(List<ObjectNode> table, ObjectNode row) {
        table.replaceAll(each -> Json.text(each, "Id").equals(Json.text(row, "Id")) ? row : each);
        return Said.ok(Json.of("WasSuccessful", true));
    }

    private static Said byIds(List<ObjectNode> table, Asked request) {
        String ids = request.query().getOrDefault("id", "").replace('[', ',').replace(']', ',');
        return Said.ok(table.stream()
                .filter(row -> ids.contains("," + Json.text(row, "Id") + ","))
                .toList());
    }

    private static Said page(List<ObjectNode> table, Asked request) {
        int size = request.number("size", MOST);
        if (size > MOST) {
            return Said.nothing(400);
        }
        List<ObjectNode> rows =
                table.stream().filter(row -> matches(row, request.query())).toList();
        int from = (request.number("page", 1) - 1) * size;
        return Said.ok(Json.of(
                "Records", rows.stream().skip(from).limit(size).toList(),
                "TotalItems", rows.size(),
                "HasNextPage", from + size < rows.size()));
    }

    /** Equality of what the row has; beginnings are understood of times alone. */
    private static boolean matches(ObjectNode row, Map<String, String> query) {
        return query.entrySet().stream().allMatch(each -> {
            boolean from = each.getKey().startsWith("from_");
            String name = each.getKey().replaceAll("^(from_)?[A-Za-z]+_", "");
            String value = Json.text(row, row.has(name + "Id") ? name + "Id" : name);
            boolean isFilter = each.getKey().contains("_") && !value.isEmpty() && !name.equals("Id");
            return !isFilter
                    || (from ? value.compareTo(each.getValue()) >= 0 : value.equalsIgnoreCase(each.getValue()));
        });
    }
}
