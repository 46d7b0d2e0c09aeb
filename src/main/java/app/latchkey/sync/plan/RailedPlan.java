package app.latchkey.sync.plan;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan that may be applied as it is: what the rails hold has become {@link Decision.Hold}. */
public record RailedPlan(Plan plan, @Nullable HeldPlan heldBack) {

    public RailedPlan {
        Objects.requireNonNull(plan, "plan");
    }

    public Optional<HeldPlan> held() {
        return Optional.ofNullable(heldBack);
    }
}
