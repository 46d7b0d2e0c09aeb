package app.latchkey.sync.read;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Too early or over, by what opens a door later or has opened it. */
final class Times {

    private Times() {}

    static Reason tooEarly(List<Because> because, Instant opens) {
        return because.stream()
                .findFirst()
                .flatMap(first -> first.earnedBy().map(item -> tooEarly(first, item, opens)))
                .orElseGet(Reason.NeverBought::new);
    }

    private static Reason tooEarly(Because because, NamedItem item, Instant opens) {
        return switch (because) {
            case Because.Booked booked ->
                new Reason.TooEarly(item, booked.booked().from(), opens);
            case Because.Contracted contracted ->
                !contracted.days().isEmpty() && contracted.since().isBefore(opens)
                        ? new Reason.TooEarly(item, opens, opens)
                        : contracted.since().isBefore(opens)
                                ? new Reason.ContractPaused(item, opens)
                                : new Reason.ContractNotBegun(item, contracted.since());
            case Because.Bought _,
                    Because.Decided _,
                    Because.Given _,
                    Because.BeforeLatchkey _,
                    Because.FromNewerVersion _ -> new Reason.TooEarly(item, opens, opens);
        };
    }

    /** @param end when it ended; what has no end is not over, and whoever lost it, or a booking before its end, has nothing */
    static Reason ended(List<Because> because, Optional<Instant> end) {
        if (because.isEmpty() || end.isEmpty()) {
            return new Reason.NeverBought();
        }
        Instant at = end.get();
        return switch (because.getLast()) {
            case Because.Booked booked
            when booked.booked().end().filter(at::isBefore).isPresent() -> new Reason.NeverBought();
            case Because.Booked booked ->
                new Reason.JustEnded(booked.item(), booked.booked().end().orElse(at), at);
            case Because.Bought bought -> new Reason.PassExpired(bought.item(), at);
            case Because.Contracted contracted -> new Reason.ContractEnded(contracted.item(), at);
            case Because.Decided decided -> new Reason.AccessEnded(decided.item(), at);
            case Because.Given _, Because.BeforeLatchkey _, Because.FromNewerVersion _ -> new Reason.NeverBought();
        };
    }
}
