package app.latchkey.sync.read;

import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerFailure.Who;
import app.latchkey.space.Mode;
import app.latchkey.space.SetupStep;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a space's state is judged by.
 *
 * @param frozenUntil the end of the last freeze; it may be past
 * @param unknown whether what happened lately is not known
 * @param trouble category of the trouble that the last runs met; none for trouble nobody has described
 * @param troubled whether there is any
 * @param dead whether a connection is known to need signing in again
 * @param silent whether a partner is known not to answer
 * @param leaving whether somebody has decided that it leaves, and it has not left yet
 */
record StateFacts(
        SetupStep setup,
        Mode mode,
        boolean paused,
        Optional<Instant> frozenUntil,
        boolean unknown,
        boolean troubled,
        Optional<Category> trouble,
        boolean dead,
        boolean silent,
        boolean leaving,
        Optional<Instant> wrongSince) {

    /** What is wrong for less than this is on its way, not behind. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** What stands in the way of one person or group, while all others go on. */
    private static final Set<Category> OF_ONE_THING = EnumSet.of(Category.NOT_FOUND, Category.BY_HAND_FIRST);

    /** From the columns setup, mode, paused_at, frozen_until, gap_since, trouble_category, trouble_words, wrong_since, dead, silent and leaving. */
    static StateFacts of(ResultSet row) throws SQLException {
        String category = row.getString("trouble_category");
        boolean named = !row.wasNull();
        return new StateFacts(
                SetupStep.valueOf(row.getString("setup")),
                Mode.valueOf(row.getString("mode")),
                Rows.instant(row, "paused_at").isPresent(),
                Rows.instant(row, "frozen_until"),
                Rows.instant(row, "gap_since").isPresent(),
                named || row.getString("trouble_words") != null,
                named ? category(category) : Optional.empty(),
                row.getBoolean("dead"),
                row.getBoolean("silent"),
                row.getBoolean("leaving"),
                Rows.instant(row, "wrong_since"));
    }

    static Optional<Category> category(String name) {
        return Arrays.stream(Category.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
    }

    /** A connection that is dead stops a space whatever its mode; only then does what the operator chose count. */
    SpaceState state(Instant now) {
        if (setup != SetupStep.DONE && !leaving) {
            return SpaceState.IN_SET_UP;
        }
        if (stopped()) {
            return SpaceState.STOPPED;
        }
        if (frozenUntil.filter(now::isBefore).isPresent()) {
            return SpaceState.FROZEN;
        }
        if (leaving) {
            return setup == SetupStep.DONE && behind(now) ? SpaceState.BEHIND : SpaceState.LEAVING;
        }
        if (paused) {
            return SpaceState.PAUSED;
        }
        if (unknown) {
            return SpaceState.COMPARING;
        }
        if (mode == Mode.WATCH) {
            return SpaceState.WATCHING;
        }
        return behind(now) ? SpaceState.BEHIND : SpaceState.RIGHT;
    }

    private boolean stopped() {
        return dead
                || trouble.filter(known -> known.who() == Who.SPACE && !OF_ONE_THING.contains(known))
                        .isPresent();
    }

    private boolean behind(Instant now) {
        return silent
                || troubled
                || wrongSince.filter(since -> since.isBefore(now.minus(GRACE))).isPresent();
    }
}
