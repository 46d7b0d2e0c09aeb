package app.latchkey.connection;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A space's authorised link to one partner, without its tokens.
 *
 * @param since when it came into this state
 * @param account who allowed it, as the partner names them
 * @param place the chosen Salto site or Nexudus location, as text
 * @param reason why it needs signing in again, for people
 */
public record Connection(
        SpaceId space,
        Partner partner,
        State state,
        Instant since,
        Optional<String> account,
        Optional<String> place,
        Optional<String> reason) {

    public boolean isUsable() {
        return state == State.CONNECTED || state == State.PARTNER_SILENT;
    }
}
