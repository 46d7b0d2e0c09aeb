package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A hub of SignalR, as ASP.NET Core speaks it: where it is, and the token that it wants.
 *
 * @param address with its query, without what negotiating adds
 */
record Hub(URI address, Secret token) {

    URI negotiation() {
        String text = address.toString();
        int query = text.indexOf('?');
        String path = query < 0 ? text : text.substring(0, query);
        return URI.create(path + "/negotiate" + (query < 0 ? "?" : text.substring(query) + "&") + "negotiateVersion=1");
    }

    /** @param id of the connection that was negotiated */
    URI socket(String id) {
        String text = address.toString().replaceFirst("(?i)^http", "ws");
        return URI.create(text + (text.contains("?") ? "&" : "?") + "id=" + encoded(id));
    }

    /**
     * Where a hub sends on to another with a token for it. Ours is for nobody else, and neither goes over a line that is less safe.
     *
     * @throws PartnerFailure UNREADABLE where that cannot be done
     */
    Hub sentOnTo(String address, String token) {
        try {
            URI other = URI.create(address);
            boolean asSafe = "https".equalsIgnoreCase(other.getScheme())
                    || ("http".equalsIgnoreCase(other.getScheme()) && "http".equals(this.address.getScheme()));
            if (asSafe && other.getHost() != null) {
                return new Hub(other, Secret.of(token));
            }
        } catch (IllegalArgumentException malformed) {
            throw unreadable();
        }
        throw unreadable();
    }

    static PartnerFailure unreadable() {
        return PartnerFailure.of(
                Partner.SALTO, Category.UNREADABLE, "Salto KS's event stream cannot be reached in a way that we know.");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
