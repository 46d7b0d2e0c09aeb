package app.latchkey.sync.run;

import app.latchkey.shared.CustomerId;
import app.latchkey.sync.plan.Decision;
import java.util.function.BooleanSupplier;

/** Whether a step is still right when its turn comes. */
interface Turn {

    boolean isRight(CustomerId invited);

    boolean isRight(Decision.Change change);

    static Turn asLongAs(BooleanSupplier holds) {
        return new Turn() {
            @Override
            public boolean isRight(CustomerId invited) {
                return holds.getAsBoolean();
            }

            @Override
            public boolean isRight(Decision.Change change) {
                return holds.getAsBoolean();
            }
        };
    }
}
