package app.latchkey.entitlement;

import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a purchase that makes sense counts; each rule of the house in one small function. */
final class PurchaseWindows {

    private PurchaseWindows() {}

    static List<Window> of(Purchase purchase, Rules rules, Neighbours neighbours) {
        return switch (purchase) {
            case Booking booking -> ofBooking(booking, rules, neighbours);
            case Pass pass -> ofPass(pass, rules);
            case Contract contract -> ofPlaces(contract, rules);
            case Decided decided ->
                Window.ifNotEmpty(decided.since(), decided.until()).stream().toList();
        };
    }

    /** As {@link #of}, for one of its items: a contract may be for it on some days only. */
    static List<Window> of(Purchase purchase, NamedItem item, Rules rules, Neighbours neighbours) {
        return purchase instanceof Contract contract ? ofPlace(contract, item, rules) : of(purchase, rules, neighbours);
    }

    private static List<Window> ofBooking(Booking booking, Rules rules, Neighbours neighbours) {
        return booking.tentative()
                ? List.of()
                : List.of(Window.between(booking.from(), booking.to())
                        .widened(neighbours.before(booking, rules), neighbours.after(booking, rules)));
    }

    private static List<Window> ofPass(Pass pass, Rules rules) {
        @Nullable Instant end = pass.usedUp() ? endOfLastUse(pass, rules) : endUnused(pass, rules);
        return Window.ifNotEmpty(pass.boughtAt(), end).stream().toList();
    }

    private static @Nullable Instant endUnused(Pass pass, Rules rules) {
        boolean bridged = pass.renewal() != null && pass.renewal().isOnItsWay();
        return pass.expiry()
                .map(end -> bridged ? end.plus(rules.renewalBridge()) : end)
                .orElse(null);
    }

    /** The stay goes on after the check-in that used the pass up: cutting it there would lock people out at lunch. */
    private static Instant endOfLastUse(Pass pass, Rules rules) {
        PassUse use = pass.use().orElseThrow();
        Instant cutOff = LocalTimes.endOfBusinessDay(use.checkedInAt(), rules.zone(), rules.cutOff());
        return switch (pass.kind()) {
            case DAY -> cutOff;
            case MINUTES -> use.checkOut().filter(cutOff::isAfter).orElse(cutOff);
        };
    }

    /** At any of its places. */
    private static List<Window> ofPlaces(Contract contract, Rules rules) {
        return contract.partTime().isEmpty()
                ? ofContract(contract)
                : Window.union(contract.items().stream()
                        .flatMap(item -> ofPlace(contract, item, rules).stream())
                        .toList());
    }

    private static List<Window> ofPlace(Contract contract, NamedItem item, Rules rules) {
        List<Window> whole = ofContract(contract);
        return contract.partTimeAt(item)
                .map(part -> part.windows(rules).stream()
                        .flatMap(days -> whole.stream().flatMap(window -> window.intersect(days).stream()))
                        .toList())
                .orElse(whole);
    }

    private static List<Window> ofContract(Contract contract) {
        boolean cancelledWithoutDate =
                contract.cancelled() && contract.cancellation().isEmpty();
        if (!contract.active() || cancelledWithoutDate) {
            return List.of();
        }
        Optional<Window> whole = Window.ifNotEmpty(contract.startsAt(), contract.cancelsAt());
        return whole.map(window -> without(window, contract.pauses())).orElse(List.of());
    }

    private static List<Window> without(Window whole, List<Window> pauses) {
        List<Window> rest = new ArrayList<>();
        Instant from = whole.from();
        for (Window pause : Window.union(pauses)) {
            Optional.of(Window.from(from))
                    .flatMap(ahead -> Window.ifNotEmpty(ahead.from(), pause.from()))
                    .flatMap(whole::intersect)
                    .ifPresent(rest::add);
            if (pause.end().isEmpty()) {
                return rest;
            }
            Instant resumed = pause.end().get();
            from = resumed.isAfter(from) ? resumed : from;
        }
        Window.from(from).intersect(whole).ifPresent(rest::add);
        return rest;
    }
}
