package app.latchkey.sync.plan;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Rules;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** How purchases come to count: what each still lacks, and when it counts once that is done. Time is left to whoever asks. */
final class Ways {

    private final Collection<Purchase> purchases;
    private final Rules rules;

    /** @param purchases all that are known: of others, bookings next door matter */
    Ways(Collection<Purchase> purchases, Rules rules) {
        this.purchases = purchases;
        this.rules = rules;
    }

    /**
     * One way to have something.
     *
     * @param cures what has to be done, in order; nothing when time alone does it
     * @param windows when it counts then; none when nothing makes it count
     */
    record Way(List<Cure> cures, List<Window> windows) {

        Way {
            cures = List.copyOf(cures);
            windows = List.copyOf(windows);
        }

        static Way during(Window... windows) {
            return new Way(List.of(), List.of(windows));
        }

        Way until(Instant end) {
            Window before = Window.between(Instant.MIN, end);
            return new Way(
                    cures,
                    windows.stream()
                            .flatMap(window -> window.intersect(before).stream())
                            .toList());
        }

        Way doing(Cure... more) {
            return new Way(Stream.concat(cures.stream(), Stream.of(more)).toList(), windows);
        }
    }

    Stream<Way> of(Purchase purchase) {
        return switch (purchase) {
            case Booking booking
            when booking.tentative() -> Stream.of(counting(confirmed(booking)).doing(new Cure.Confirm(booking.key())));
            case Contract contract -> ofContract(contract);
            case Booking _, Pass _, Decided _ -> Stream.of(counting(purchase));
        };
    }

    private Stream<Way> ofContract(Contract contract) {
        Way asItIs = activated(contract, contract.pauses());
        return contract.pauses().isEmpty()
                ? Stream.of(asItIs)
                : Stream.of(asItIs, activated(contract, List.of()).doing(new Cure.EndPause(contract.key())));
    }

    private Way activated(Contract contract, List<Window> pauses) {
        Way way = counting(new Contract(
                contract.id(),
                contract.customer(),
                contract.items(),
                contract.startsAt(),
                true,
                contract.cancelled(),
                contract.cancelsAt(),
                pauses,
                contract.partTime()));
        return contract.active() ? way : way.doing(new Cure.Activate(contract.key()));
    }

    private static Booking confirmed(Booking booking) {
        return new Booking(booking.id(), booking.customer(), booking.items(), booking.from(), booking.to(), false);
    }

    private Way counting(Purchase purchase) {
        List<Purchase> all = new ArrayList<>(purchases);
        all.add(purchase);
        return new Way(List.of(), Entitlements.windows(purchase, all, rules));
    }
}
