package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A space with due work.
 *
 * @param customers whether anything is due for single customers
 * @param readingsSince when the longest waiting of those rows became due that read more than one customer
 */
public record DueSpace(SpaceId space, boolean customers, Optional<Instant> readingsSince) {}
