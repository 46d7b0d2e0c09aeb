package app.latchkey.sync.run;

import app.latchkey.shared.CustomerId;
import app.latchkey.sync.plan.Decision;

/** Whether a step is still right when its turn comes. */
interface Turn {

    boolean isRight(CustomerId invited);

    boolean isRight(Decision.Change change);

    static Turn always() {
        return new Turn() {
            @Override
            public boolean isRight(CustomerId invited) {
                return true;
            }

            @Override
            public boolean isRight(Decision.Change change) {
                return true;
            }
        };
    }
}
