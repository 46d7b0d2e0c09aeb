package sandbox.http;

import java.time.Instant;

/**
 * One request that a partner received.
 *
 * @param sequence counts over both partners, from 1
 * @param path the decoded path, without the query
 * @param status 0 when no answer was given
 * @param bearer the beginning of the SHA-256 of the authorization header, empty without one: tells credentials apart
 * @param requestId what the caller calls this request, empty where it does not
 */
public record Call(
        long sequence,
        Instant at,
        String partner,
        String method,
        String path,
        String query,
        int status,
        String bearer,
        String body,
        String requestId) {

    public boolean isWrite() {
        return !method.equals("GET")
                && !path.equals("/connect/token")
                && !path.equals("/api/token")
                && !path.equals("/connect/consent");
    }
}
