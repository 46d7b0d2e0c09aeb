package app.latchkey.nexudus;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * When something was seen at Nexudus, and what time it is now. What was seen later stays, but for what was seen later than now: that was noted by
 * a clock which has been set back since, or by a node whose clock is ahead, and would hide every change until then.
 */
record Sighting(Instant at, Instant now) {

    OffsetDateTime seen() {
        return at.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime clock() {
        return now.atOffset(ZoneOffset.UTC);
    }
}
