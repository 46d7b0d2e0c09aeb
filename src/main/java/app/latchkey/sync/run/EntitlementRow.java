package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** An entitlement as a row that PostgreSQL takes apart by itself. */
record EntitlementRow(
        long customer_id,
        UUID group_id,
        Instant from_at,
        @Nullable Instant until_at,
        @JsonSerialize(using = RawText.class) String because) {

    static EntitlementRow of(Entitlement entitlement, JsonText json) {
        return new EntitlementRow(
                entitlement.customer().value(),
                entitlement.group().value(),
                entitlement.window().from(),
                entitlement.window().until(),
                json.because(entitlement.because()));
    }
}
