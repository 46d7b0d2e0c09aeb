package app.latchkey.sync.plan;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Rules;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a purchase still lacks before it counts. */
final class Ways {

    private final Rules rules;
    private final Instant now;

    Ways(Rules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** Empty when it is over: nothing makes it count again. */
    Optional<List<Cure>> of(Purchase purchase) {
        return switch (purchase) {
            case Booking booking -> ofBooking(booking);
            case Pass pass -> ofPass(pass);
            case Contract contract -> ofContract(contract);
            case Decided decided -> ofDecided(decided);
        };
    }

    private Optional<List<Cure>> ofBooking(Booking booking) {
        if (!booking.from().isBefore(booking.to()) || !now.isBefore(booking.to().plus(rules.after()))) {
            return Optional.empty();
        }
        List<Cure> cures = until(booking.from().minus(rules.before()));
        if (booking.tentative()) {
            cures.add(new Cure.Confirm(booking.key()));
        }
        return Optional.of(cures);
    }

    private Optional<List<Cure>> ofPass(Pass pass) {
        boolean over =
                pass.usedUp() || pass.expiry().filter(end -> !now.isBefore(end)).isPresent();
        boolean never =
                pass.expiry().filter(end -> !pass.boughtAt().isBefore(end)).isPresent();
        return over || never ? Optional.empty() : Optional.of(until(pass.boughtAt()));
    }

    private Optional<List<Cure>> ofDecided(Decided decided) {
        boolean over = decided.end()
                .filter(end -> !now.isBefore(end) || !decided.since().isBefore(end))
                .isPresent();
        return over ? Optional.empty() : Optional.of(until(decided.since()));
    }

    private Optional<List<Cure>> ofContract(Contract contract) {
        Instant begins = contract.startsAt().isAfter(now) ? contract.startsAt() : now;
        boolean ended = contract.cancelled() && contract.cancellation().isEmpty()
                || contract.cancellation().filter(end -> !begins.isBefore(end)).isPresent();
        if (ended) {
            return Optional.empty();
        }
        List<Cure> cures = until(contract.startsAt());
        if (!contract.active()) {
            cures.add(new Cure.Activate(contract.key()));
        }
        if (Window.union(contract.pauses()).stream().anyMatch(pause -> pause.contains(begins))) {
            cures.add(new Cure.EndPause(contract.key()));
        }
        return Optional.of(cures);
    }

    private List<Cure> until(Instant begins) {
        List<Cure> cures = new ArrayList<>();
        if (begins.isAfter(now)) {
            cures.add(new Cure.WaitUntil(begins));
        }
        return cures;
    }
}
