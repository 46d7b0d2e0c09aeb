package app.latchkey.salto;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The product's own reading of lists, page by page, of rows that may change in between, without a network.
 *
 * @param size rows of a page
 * @param links whether a page says where the next one is
 */
public record SaltoByPages(int size, boolean links) {

    private static final URI API = URI.create("https://salto.example/");
    private static final Pattern SKIPPED = Pattern.compile("\\$skip=(\\d+)");

    /** @param rows asked for at every page */
    public <T> List<T> all(Supplier<List<T>> rows, Function<T, String> id) {
        Map<String, T> shown = new HashMap<>();
        return new SaltoPages(API, OData.V3, size)
                .all("rows", page -> page(page, rows.get(), id, shown)).stream()
                        .map(row -> shown.get(row.get("id").stringValue()))
                        .toList();
    }

    private <T> String page(URI asked, List<T> all, Function<T, String> id, Map<String, T> shown) {
        Matcher skipped = SKIPPED.matcher(asked.toString());
        int skip = skipped.find() ? Integer.parseInt(skipped.group(1)) : 0;
        List<T> some = all.stream().skip(skip).limit(size).toList();
        ObjectNode answer = Wire.object();
        ArrayNode items = answer.putArray("items");
        some.forEach(row -> {
            shown.put(id.apply(row), row);
            items.addObject().put("id", id.apply(row));
        });
        answer.put("count", all.size());
        if (links && skip + some.size() < all.size()) {
            answer.put("next_page_link", "/rows?$top=" + size + "&$skip=" + (skip + some.size()));
        }
        return answer.toString();
    }
}
