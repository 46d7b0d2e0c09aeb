package app.latchkey.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The overview's numbers.
 *
 * @param canOpen customers who can open something now
 * @param notYet customers entitled now to something Salto does not have, without being withheld
 * @param trouble why the space is behind or stopped, for people
 * @param agreement how doors and purchases agree, while the space only watches
 */
public record SpaceOverview(
        SpaceState state,
        int customers,
        int canOpen,
        int notYet,
        int withheld,
        int byHand,
        int decisions,
        Optional<Instant> lastRunAt,
        Optional<Instant> lastCompleteAt,
        Optional<String> trouble,
        Optional<Instant> troubleSince,
        Optional<Agreement> agreement,
        PartnerStates partners,
        Beginning beginning,
        List<Arrival> today,
        List<RunChangeRow> changes) {

    public SpaceOverview {
        today = List.copyOf(today);
        changes = List.copyOf(changes);
    }
}
