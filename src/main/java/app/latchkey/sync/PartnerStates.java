package app.latchkey.sync;

import app.latchkey.connection.State;
import app.latchkey.nexudus.RefusedCalls;
import java.time.Instant;
import java.util.Optional;

/**
 * How both partners stand to a space, as last seen.
 *
 * @param heardAt when Nexudus last called one of the space's webhooks and was understood
 * @param refused calls that were refused since
 * @param doors empty where nobody listens to the doors, nor tries to
 */
public record PartnerStates(
        PartnerState salto,
        PartnerState nexudus,
        Optional<Instant> heardAt,
        Optional<RefusedCalls> refused,
        Optional<Seats> seats,
        Optional<DoorStream> doors) {

    /**
     * One partner.
     *
     * @param since when the connection came into its state
     * @param readAt when all that counts was last read whole
     * @param trouble what the last runs met there, and no later one disproved: it may well answer
     */
    public record PartnerState(
            State state, Optional<Instant> since, Optional<Instant> readAt, Optional<PartnerTrouble> trouble) {

        public boolean answers() {
            return state == State.CONNECTED;
        }
    }

    /** @param words for people, from whoever met it first */
    public record PartnerTrouble(String words, Instant since) {}

    /** Salto users who may open doors, of those that the site has paid for. */
    public record Seats(int used, int bought) {

        public int left() {
            return Math.max(0, bought - used);
        }
    }
}
