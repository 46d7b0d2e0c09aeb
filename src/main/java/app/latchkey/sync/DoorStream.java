package app.latchkey.sync;

import app.latchkey.salto.StreamState;
import java.time.Duration;
import java.time.Instant;

/**
 * How it stands with Salto's event stream of a space's doors, as last seen.
 *
 * @param since when that began
 * @param readEvery how often the doors are read whatever the stream says
 */
public record DoorStream(StreamState state, Instant since, Duration readEvery) {}
