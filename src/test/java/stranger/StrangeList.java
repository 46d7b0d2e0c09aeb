package stranger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How a list of Salto's comes: of three rows at the most, and in OData v4 only. */
enum StrangeList {
    /** Without a word of what follows: rows are skipped. */
    BARE,
    /** With a link that begins with the path of the list. */
    LINKED_BY_PATH,
    /** With a link that is nothing but another query. */
    LINKED_BY_QUERY;

    static final int MOST = 3;

    private static final String PLACE = "after";

    Said page(Asked request, List<ObjectNode> rows) {
        if (!isUnderstood(request)) {
            return Said.error(400, 1102);
        }
        int from = request.number(this == BARE ? "$skip" : PLACE, 0);
        List<ObjectNode> some =
                new ArrayList<>(rows.stream().skip(from).limit(MOST).toList());
        if (this == BARE) {
            return Said.ok(some);
        }
        boolean counted = request.query().getOrDefault("$count", "").equals("true");
        return Said.ok(Json.of(
                "items", some,
                "next_page_link", from + MOST < rows.size() ? link(request, from + MOST) : null,
                "count", counted ? rows.size() : null));
    }

    private static boolean isUnderstood(Asked request) {
        return request.header("clp-disable-odata-v3-conversion").equals("true")
                && !request.query().containsKey("$inlinecount")
                && request.number("$top", MOST) <= MOST;
    }

    private @Nullable String link(Asked request, int from) {
        String query = request.queryWith(PLACE, String.valueOf(from));
        return this == LINKED_BY_PATH ? StrangeServer.BELOW + request.path() + query : query;
    }
}
