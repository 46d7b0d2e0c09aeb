package app.latchkey.salto;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the next page of a list lies. Our token goes to no other server than Salto's, and not in the open where Salto is asked under cover,
 * whatever a link says.
 */
final class PageLink {

    private PageLink() {}

    /**
     * Empty for a link that leads elsewhere, or nowhere.
     *
     * @param page that has the link: one that is only a query is the same list's
     */
    static Optional<URI> at(URI api, URI page, String link) {
        try {
            String written = link.replace(" ", "%20").replace("'", "%27");
            URI next = URI.create(api + "/").resolve(written.startsWith("?") ? page.getRawPath() + written : written);
            return Optional.of(next)
                    .filter(PageLink::isText)
                    .filter(each -> server(each).equals(server(api)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The JDK's client cannot send half a character, and says so with no failure of a request. */
    private static boolean isText(URI address) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(address.toString());
    }

    /** Scheme, host and port, and whoever is named before the host. */
    private static String server(URI address) {
        return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
