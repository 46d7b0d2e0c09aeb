package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Matches;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everything a plan is made of. The planning unit is the Salto user: every customer linked to a Salto user in scope must be in it.
 *
 * @param entitlements of the people in scope: past, present and future
 * @param ledger the rows of the people and groups in scope, one per membership
 * @param numbered the same rows with numbers
 */
public record PlanInput(
        List<CustomerLink> people,
        List<Entitlement> entitlements,
        Observed observed,
        List<LedgerRow> ledger,
        Matches matches,
        Reading reading,
        Conduct conduct,
        Instant now,
        NumberedInput numbered) {

    public PlanInput {
        people = List.copyOf(people);
        entitlements = List.copyOf(entitlements);
        ledger = List.copyOf(ledger);
        Objects.requireNonNull(observed, "observed");
        Objects.requireNonNull(matches, "matches");
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(conduct, "conduct");
        Objects.requireNonNull(now, "now");
    }

    public PlanInput(
            List<CustomerLink> people,
            List<Entitlement> entitlements,
            Observed observed,
            List<LedgerRow> ledger,
            Matches matches,
            Reading reading,
            Conduct conduct,
            Instant now) {
        this(
                people,
                entitlements,
                observed,
                ledger,
                matches,
                reading,
                conduct,
                now,
                NumberedInput.of(people, entitlements, observed, ledger, matches));
    }

    /** The same world at another time: nothing but the clock has changed. */
    public PlanInput at(Instant other) {
        return new PlanInput(people, entitlements, observed, ledger, matches, reading, conduct, other, numbered);
    }

    public PlanInput with(Conduct other) {
        return new PlanInput(people, entitlements, observed, ledger, matches, reading, other, now, numbered);
    }
}
