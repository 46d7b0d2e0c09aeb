package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.Ending.Cause;
import java.util.List;
import java.util.Optional;

/**
 * Says why each reason of a ledger row no longer holds. Where that could only be concluded from an absence in a source that was not read to
 * the end, it says nothing, and the removal has to wait.
 */
final class Endings {

    private final PlanInput input;
    private final People people;

    Endings(PlanInput input, People people) {
        this.input = input;
        this.people = people;
    }

    /** Empty when at least one reason may still hold. */
    Optional<List<Ending>> of(LedgerRow row) {
        if (row.reasons().isEmpty()) {
            return input.reading().everythingOfNexudus() ? Optional.of(List.of()) : Optional.empty();
        }
        List<Ending> endings = row.reasons().stream()
                .flatMap(reason ->
                        cause(reason, row.membership().user())
                                .map(cause -> new Ending(reason.because(), cause))
                                .stream())
                .toList();
        return endings.size() == row.reasons().size() ? Optional.of(endings) : Optional.empty();
    }

    private Optional<Cause> cause(Entitlement reason, PlatformUserId user) {
        if (reason.window().isOver(input.now())) {
            return Optional.of(Cause.WINDOW_ENDED);
        }
        if (!Wanted.stillEarns(input.matches(), reason)) {
            return Optional.of(Cause.MATCH_REMOVED);
        }
        return people.find(reason.customer())
                .map(customer -> ofCustomer(customer, reason, user))
                .orElseGet(() -> absent(input.reading().customersComplete(), Cause.CUSTOMER_GONE));
    }

    private Optional<Cause> ofCustomer(CustomerLink customer, Entitlement reason, PlatformUserId user) {
        if (!customer.person().mayEnter()) {
            return Optional.of(Cause.CUSTOMER_STOPPED);
        }
        if (People.user(customer).filter(user::equals).isEmpty()) {
            return Optional.of(Cause.LINK_REMOVED);
        }
        return reason.because().purchase().map(this::ofPurchase).orElse(Optional.of(Cause.TAKEN_BACK));
    }

    private Optional<Cause> ofPurchase(PurchaseKey purchase) {
        Reading reading = input.reading();
        if (reading.cancelled().contains(purchase)) {
            return Optional.of(Cause.PURCHASE_GONE);
        }
        return reading.seen().contains(purchase)
                ? Optional.of(Cause.PURCHASE_CHANGED)
                : absent(reading.complete().contains(purchase.kind()), Cause.PURCHASE_GONE);
    }

    private static Optional<Cause> absent(boolean complete, Cause cause) {
        return complete ? Optional.of(cause) : Optional.empty();
    }
}
