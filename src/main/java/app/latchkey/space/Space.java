package app.latchkey.space;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: one Nexudus location and its Salto doors.
 *
 * @param slug its name in addresses, unique in the service and never changed
 * @param decider who works out what its customers may open
 * @param setup the step of its set-up that is to be done next
 * @param pausedAt when its operator paused it, null while it is not paused
 * @param frozenUntil until when an operator holds every write, null or past when nobody does
 * @param unknown a time of which nothing is known and which nobody has made up for yet, null when there is none
 */
public record Space(
        SpaceId id,
        String slug,
        String name,
        ZoneId zone,
        Decider decider,
        SetupStep setup,
        Mode mode,
        @Nullable Instant pausedAt,
        @Nullable Instant frozenUntil,
        @Nullable Gap unknown,
        SpaceRules rules,
        Passport passport,
        ContactDetails contact) {

    public boolean paused() {
        return pausedAt != null;
    }

    public boolean frozen(Instant now) {
        return frozenUntil != null && now.isBefore(frozenUntil);
    }

    public Optional<Gap> gap() {
        return Optional.ofNullable(unknown);
    }

    /** Whether what was planned under the other may still be written under this. */
    public boolean allowsTheSameAs(Space other) {
        return active() == other.active()
                && paused() == other.paused()
                && mode == other.mode
                && Objects.equals(frozenUntil, other.frozenUntil)
                && Objects.equals(unknown, other.unknown);
    }

    /** The same under other rules. */
    public Space ruledBy(SpaceRules others) {
        return new Space(
                id, slug, name, zone, decider, setup, mode, pausedAt, frozenUntil, unknown, others, passport, contact);
    }

    /** Whether its set-up is done, so that Latchkey looks after its doors. */
    public boolean active() {
        return setup == SetupStep.DONE;
    }

    /** Whether Nexudus says what its customers may open, and nothing that they bought is read. */
    public boolean decidedByNexudus() {
        return decider == Decider.NEXUDUS;
    }

    /** Whether a run may write to Salto now. */
    public boolean mayWrite() {
        return active() && !paused() && mode != Mode.WATCH;
    }

    /** Whether anything else may be written to a partner: no freeze is on, and nothing waits for an answer after a gap. */
    public boolean writesFreely(Instant now) {
        return mayWrite() && !frozen(now) && gap().isEmpty();
    }
}
