package app.latchkey.sync;

import java.time.Instant;
import java.util.UUID;

/**
 * Access that was given by name and still counts.
 *
 * @param by who gave it
 */
public record GiftRow(UUID gift, String group, Instant until, String by, String reason) {}
