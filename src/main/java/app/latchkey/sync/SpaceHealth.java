package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * One space on the staff's board: numbers and causes, no customer.
 *
 * @param frozenUntil until when its operator holds every change; empty when nobody does
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
        int decisions,
        Optional<Instant> frozenUntil,
        Optional<Instant> lastRunAt,
        Optional<Instant> lastCompleteAt,
        boolean saltoAnswers,
        boolean nexudusAnswers,
        Optional<String> trouble) {}
