package app.latchkey.nexudus;

/**
 * How the location's webhooks stand.
 *
 * @param wanted how many there should be
 * @param active how many Nexudus has and calls
 * @param rearmed how many had been switched off and were switched on again just now
 * @param mayManage false when the account may not make webhooks: changes are then seen by polling only
 */
public record WebhookState(int wanted, int active, int rearmed, boolean mayManage) {

    public boolean isComplete() {
        return mayManage && active >= wanted;
    }
}
