package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads whole lists while they change. Pages follow Salto's link, absolute or relative; where there is none, rows are skipped until the count
 * that Salto gives is reached or nothing new comes. Whoever skips rows, we or the link, begins with the last row of the page before: when another
 * is in its place, rows have come or gone before it, others were passed over, and the list is read anew. Passed over, they would read like
 * people who have left. No row comes twice.
 */
final class SaltoPages {

    private static final int MOST_PAGES = 1_000;
    private static final int TRIES = 4;
    /** In a link the sign may be encoded. */
    private static final Pattern SKIPPED = Pattern.compile("(?<=[?&](?:\\$|%24)skip=)\\d{1,9}");

    private final URI api;
    private final OData odata;
    private final int size;

    /** @param size rows of a page, as asked for */
    SaltoPages(URI api, OData odata, int size) {
        this.api = api;
        this.odata = odata;
        this.size = size;
    }

    /**
     * @param server the body of what lies at an address
     * @throws PartnerFailure UNREADABLE for a list that is not whole, or that changes faster than it can be read
     */
    List<JsonNode> all(String path, Function<URI, String> server) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<List<JsonNode>> whole = new Reading(path).whole(server);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        throw PartnerFailure.of(
                Partner.SALTO, Category.UNREADABLE, "Salto KS's lists change faster than we can read them.");
    }

    /** One way through the list. */
    private final class Reading {

        private final String first;
        private final List<JsonNode> rows = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        /** With which row the next page begins; empty where pages do not overlap. */
        private Optional<String> last = Optional.empty();

        Reading(String path) {
            first = path + (path.contains("?") ? "&" : "?") + "$top=" + size + "&" + odata.wholeCount();
        }

        /** Empty when rows were passed over. */
        Optional<List<JsonNode>> whole(Function<URI, String> server) {
            URI next = at(first);
            for (int number = 0; number < MOST_PAGES; number++) {
                Wire.Page page = Wire.page(server.apply(next));
                int before = rows.size();
                take(page);
                boolean isOver = rows.size() == before;
                if (hasMoved(page, !isOver)) {
                    return Optional.empty();
                }
                if (page.next().isEmpty()
                        && (isOver || rows.size() == page.count().orElse(-1))) {
                    return Optional.of(counted(page));
                }
                next = after(page, next);
            }
            throw Wire.unreadable(null);
        }

        private void take(Wire.Page page) {
            page.rows().stream()
                    .filter(row -> id(row).map(seen::add).orElse(true))
                    .forEach(rows::add);
        }

        private boolean hasMoved(Wire.Page page, boolean newRows) {
            if (last.isEmpty() || page.rows().isEmpty()) {
                return last.isPresent();
            }
            return newRows && !id(page.rows().getFirst()).equals(last);
        }

        private URI after(Wire.Page page, URI asked) {
            last = page.rows().size() > 1 ? id(page.rows().getLast()) : Optional.empty();
            int overlap = last.isPresent() ? 1 : 0;
            if (page.next().isEmpty()) {
                return at(first + "&$skip=" + (rows.size() - overlap));
            }
            String link = page.next().get();
            if (!SKIPPED.matcher(link).find()) {
                last = Optional.empty();
            }
            String from = SKIPPED.matcher(link).replaceFirst(skipped -> earlier(skipped.group(), overlap));
            return PageLink.at(api, asked, from).orElseThrow(() -> Wire.unreadable(null));
        }

        private URI at(String path) {
            return URI.create(api + path);
        }

        private static String earlier(String skipped, int by) {
            return String.valueOf(Math.max(0, Long.parseLong(skipped) - by));
        }

        private static Optional<String> id(JsonNode row) {
            return Wire.text(row, "id");
        }

        /** Fewer rows than counted are not all. */
        private List<JsonNode> counted(Wire.Page page) {
            if (rows.size() < page.count().orElse(0)) {
                throw Wire.unreadable(null);
            }
            return rows;
        }
    }
}
