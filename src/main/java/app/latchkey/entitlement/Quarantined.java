package app.latchkey.entitlement;

import java.util.Objects;

/** A purchase that makes no sense, set aside so that it neither opens a door nor stops the others; the operator is told. */
public record Quarantined(Purchase purchase, Fault fault) {

    public Quarantined {
        Objects.requireNonNull(purchase, "purchase");
        Objects.requireNonNull(fault, "fault");
    }

    /** What is wrong with a purchase. */
    public enum Fault {
        ENDS_BEFORE_IT_BEGINS,
        HAS_NO_LENGTH,
        LASTS_TOO_LONG,
        DATE_OUT_OF_RANGE,
        USED_WITHOUT_A_DATE
    }
}
