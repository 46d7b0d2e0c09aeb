package sandbox.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Remembers the requests that the partners received, the latest 20,000 of them. */
public final class Journal {
    private static final int KEPT = 20_000;
    private final Clock clock;
    private final List<Call> calls = new ArrayList<>();
    private long sequence;

    public Journal(Clock clock) {
        this.clock = clock;
    }

    public synchronized Calls calls() {
        return new Calls(calls);
    }

    public synchronized void reset() {
        calls.clear();
    }

    synchronized void add(String partner, Request request, int status) {
        sequence++;
        if (calls.size() >= KEPT) {
            calls.subList(0, KEPT / 10).clear();
        }
        String credential =
                request.header("authorization").map(Journal::fingerprint).orElse("");
        String body = request.path().endsWith("/token") ? "(not kept)" : request.body();
        calls.add(new Call(
                sequence,
                clock.instant(),
                partner,
                request.method(),
                request.path(),
                request.rawQuery(),
                status,
                credential,
                body,
                request.header("x-request-id").orElse("")));
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
