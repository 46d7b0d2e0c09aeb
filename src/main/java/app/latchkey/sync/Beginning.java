package app.latchkey.sync;

/**
 * What a new space has been through already.
 *
 * @param letIn whether somebody was let in by a run
 * @param letOut whether somebody's access ended by a run
 * @param secondOperator whether two people at least run the space
 * @param phone whether members have a number to call
 */
public record Beginning(boolean letIn, boolean letOut, boolean secondOperator, boolean phone) {

    public boolean done() {
        return letIn && letOut && secondOperator && phone;
    }
}
