package app.latchkey.connection;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * One request to a partner.
 *
 * @param credential whose budget it counts against
 * @param body its text, with the content type in the headers
 */
public record PartnerRequest(
        Partner partner,
        String credential,
        HttpMethod method,
        URI uri,
        Map<String, String> headers,
        Optional<String> body) {

    public PartnerRequest {
        headers = Map.copyOf(headers);
    }

    public static PartnerRequest get(Partner partner, String credential, URI uri) {
        return new PartnerRequest(partner, credential, HttpMethod.GET, uri, Map.of(), Optional.empty());
    }

    public static PartnerRequest of(Partner partner, String credential, HttpMethod method, URI uri) {
        return new PartnerRequest(partner, credential, method, uri, Map.of(), Optional.empty());
    }

    public PartnerRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new PartnerRequest(partner, credential, method, uri, more, body);
    }

    public PartnerRequest json(String text) {
        return new PartnerRequest(partner, credential, method, uri, headers, Optional.of(text))
                .with("Content-Type", "application/json");
    }

    public PartnerRequest form(String text) {
        return new PartnerRequest(partner, credential, method, uri, headers, Optional.of(text))
                .with("Content-Type", "application/x-www-form-urlencoded");
    }

    /** Whether sending it again changes nothing more. */
    boolean isRead() {
        return method.equals(HttpMethod.GET);
    }
}
