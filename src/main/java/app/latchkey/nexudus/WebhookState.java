package app.latchkey.nexudus;

import java.time.Instant;
import java.util.Optional;

/**
 * How the location's webhooks stand.
 *
 * @param wanted how many there should be
 * @param active how many Nexudus has and calls
 * @param rearmed how many had been switched off and were switched on again just now
 * @param offSince where some were: since when Nexudus does so again and again, without a day in between on which all stayed on
 * @param mayManage false when the account may not make webhooks: changes are then seen by polling only
 */
public record WebhookState(int wanted, int active, int rearmed, Optional<Instant> offSince, boolean mayManage) {

    public boolean isComplete() {
        return mayManage && active >= wanted;
    }
}
