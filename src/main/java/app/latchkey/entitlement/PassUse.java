package app.latchkey.entitlement;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The latest stay on a pass: from its check-in to its check-out, if that has come. */
public record PassUse(Instant checkedInAt, @Nullable Instant checkedOutAt) {

    public PassUse {
        Objects.requireNonNull(checkedInAt, "checkedInAt");
    }

    public static PassUse since(Instant checkedInAt) {
        return new PassUse(checkedInAt, null);
    }

    public Optional<Instant> checkOut() {
        return Optional.ofNullable(checkedOutAt);
    }
}
