package app.latchkey.sync;

import java.time.Instant;

/**
 * Who decided something, and when.
 *
 * @param who e-mail of somebody of the team, or words for somebody who has left
 */
public record DecidedBy(String who, Instant at) {}
