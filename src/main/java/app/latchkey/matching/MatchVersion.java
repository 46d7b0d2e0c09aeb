package app.latchkey.matching;

import app.latchkey.entitlement.Matches;
import java.time.Instant;

/**
 * A published version as people look back at it.
 *
 * @param by e-mail of who published it, or words for somebody who has left
 */
public record MatchVersion(Instant at, String by, Matches matches) {}
