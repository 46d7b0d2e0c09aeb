package app.latchkey.nexudus;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where a Nexudus location calls us, and what has come in there.
 *
 * @param id the random part of the address; it grants nothing
 * @param askedAt when the groups were last asked for since the address was made
 * @param pushedAt when Nexudus last spoke of a customer
 */
public record AcsAddress(
        String id,
        Instant madeAt,
        Optional<Instant> askedAt,
        Optional<Instant> pushedAt,
        Optional<Unreadable> unreadable) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Nexudus takes addresses over HTTPS only; what stays on one machine is somebody's trial. */
    public static boolean isTakenAt(URI publicUrl) {
        return "https".equals(publicUrl.getScheme()) || THIS_MACHINE.contains(publicUrl.getHost());
    }

    public URI groups(URI publicUrl) {
        return URI.create(publicUrl + "/acs/" + id + "/groups");
    }

    public URI customers(URI publicUrl) {
        return URI.create(publicUrl + "/acs/" + id + "/customers");
    }
}
