package app.latchkey.nexudus;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

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

    public URI groups(URI publicUrl) {
        return URI.create(publicUrl + "/acs/" + id + "/groups");
    }

    public URI customers(URI publicUrl) {
        return URI.create(publicUrl + "/acs/" + id + "/customers");
    }
}
