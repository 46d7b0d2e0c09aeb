package app.latchkey.connection;

/**
 * One call to a partner, as it can be shown to anybody: the path names records by their ids, and neither query nor body is kept.
 *
 * @param status of the answer; 0 where there was none
 * @param millis from sending to the end of the answer
 * @param requestId sent along as {@code X-Request-Id}, by which the partner may find the call in its own log
 */
public record PartnerCall(Partner partner, String method, String path, int status, long millis, String requestId) {}
