package app.latchkey.sync;

import app.latchkey.connection.State;
import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * One space on the staff's board: numbers and causes, no customer.
 *
 * @param unreadable people whose record in the ledger cannot be read: they are left as they are
 * @param salto how the connection to Salto stands
 * @param nexudus how the connection to Nexudus stands
 * @param frozenUntil until when its operator holds every change; empty when nobody does
 * @param lastCompleteAt when everything was last read
 * @param overdue whether that is so long ago that a reading has failed since
 * @param trouble what stands in its way, for people
 * @param cause the same, to tell it from others; empty where nothing stands in its way
 * @param troubleSince since when
 */
public record SpaceHealth(
        SpaceId space,
        String slug,
        String name,
        SpaceState state,
        int wrongNow,
        Optional<Instant> wrongSince,
        int dueNextHour,
        int withheld,
        int unreadable,
        int decisions,
        Optional<Instant> frozenUntil,
        Optional<Instant> lastRunAt,
        Optional<Instant> lastCompleteAt,
        boolean overdue,
        State salto,
        State nexudus,
        Optional<String> trouble,
        Optional<TroubleCause> cause,
        Optional<Instant> troubleSince) {}
