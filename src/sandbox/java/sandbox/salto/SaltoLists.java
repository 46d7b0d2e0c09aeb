package sandbox.salto;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;
import sandbox.http.Parameters;
import sandbox.http.Request;
import sandbox.http.Response;

/** Answers a list: filtered, ordered, paged, and in the shape that is set. */
final class SaltoLists {
    private final SaltoSettings settings;
    private final Supplier<URI> base;

    SaltoLists(SaltoSettings settings, Supplier<URI> base) {
        this.settings = settings;
        this.base = base;
    }

    Response answer(Request request, List<Fields> rows) {
        Parameters query = request.query();
        List<Fields> selected = ListQuery.select(rows, query);
        int skip = query.number("$skip", 0);
        int top = Math.min(query.number("$top", settings.pageSize), settings.pageSize);
        List<Fields> page = selected.stream().skip(skip).limit(top).toList();
        if (isBare(request)) {
            return Response.json(page);
        }
        boolean more = skip + page.size() < selected.size();
        return Response.json(Fields.of(
                "items", page,
                "next_page_link", more ? nextLink(request, skip + page.size()) : null,
                "count", settings.counts && wantsCount(request) ? selected.size() : null));
    }

    private boolean isBare(Request request) {
        return switch (settings.listShape) {
            case AS_MEASURED -> request.path().matches("/v1.2/sites/?");
            case WRAPPED -> false;
            case BARE -> true;
        };
    }

    /** OData v3's way of asking by default, v4's with the header that switches the conversion off. */
    private static boolean wantsCount(Request request) {
        boolean plainV4 =
                request.header("CLP-disable-odata-v3-conversion").orElse("").equalsIgnoreCase("true");
        return plainV4
                ? request.query().text("$count").equalsIgnoreCase("true")
                : request.query().text("$inlinecount").equalsIgnoreCase("allpages");
    }

    private @Nullable String nextLink(Request request, int skip) {
        Map<String, String> parameters = new TreeMap<>(request.query().values());
        parameters.put("$skip", String.valueOf(skip));
        String query = parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        String relative = request.path() + "?" + query;
        return switch (settings.nextLinks) {
            case ABSOLUTE -> base.get() + relative;
            case RELATIVE -> relative;
            case NONE -> null;
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
