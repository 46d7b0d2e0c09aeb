package app.latchkey.entitlement;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One link of the chain, looked at. */
public record Check(Step step, Result result, @Nullable Reason why) {

    public enum Result {
        HOLDS,
        BROKEN,
        /** Holds as far as we know, but we may not know the latest. */
        DOUBTFUL,
        /** Not looked at, because an earlier link is broken or nothing is known about it. */
        NOT_REACHED
    }

    public Check {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(result, "result");
    }

    public Optional<Reason> reason() {
        return Optional.ofNullable(why);
    }
}
