package app.latchkey.sync.plan;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Rules;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why purchases that would earn a group do not open it now. Of several answers the most hopeful counts: what begins soonest, then what waits
 * for somebody, then what ended last.
 */
public final class WhyNotNow {

    private enum Hope {
        BEGINS,
        WAITS,
        ENDED
    }

    private record Answer(Hope hope, Duration away, Reason reason) {}

    private static final Comparator<Answer> MOST_HOPEFUL =
            Comparator.comparing(Answer::hope).thenComparing(Answer::away);

    private final Rules rules;
    private final Instant now;

    public WhyNotNow(Rules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** Empty when there is none that does not open it. */
    public Optional<Reason> of(Collection<? extends Purchase> purchases) {
        return purchases.stream().flatMap(this::answers).min(MOST_HOPEFUL).map(Answer::reason);
    }

    private Stream<Answer> answers(Purchase purchase) {
        return purchase.items().stream().limit(1).flatMap(item -> switch (purchase) {
            case Booking booking -> ofBooking(booking, item);
            case Pass pass -> ofPass(pass);
            case Contract contract -> ofContract(contract, item);
            case Decided decided -> ofDecided(decided, item);
        });
    }

    private Stream<Answer> ofBooking(Booking booking, NamedItem item) {
        Instant closes = booking.to().plus(rules.after());
        if (!now.isBefore(closes)) {
            return booking.tentative()
                    ? Stream.empty()
                    : ended(closes, new Reason.JustEnded(item, booking.to(), closes));
        }
        if (booking.tentative()) {
            return answer(Hope.WAITS, booking.from(), new Reason.NotConfirmed(item));
        }
        Instant opens = booking.from().minus(rules.before());
        return now.isBefore(opens) ? begins(opens, new Reason.TooEarly(item, booking.from(), opens)) : Stream.empty();
    }

    private Stream<Answer> ofPass(Pass pass) {
        if (now.isBefore(pass.boughtAt())) {
            return begins(pass.boughtAt(), new Reason.TooEarly(pass.item(), pass.boughtAt(), pass.boughtAt()));
        }
        if (!pass.usedUp()) {
            return pass.expiry().stream().flatMap(at -> ended(at, new Reason.PassExpired(pass.item(), at)));
        }
        Instant used = pass.use().map(use -> use.checkedInAt()).orElse(pass.boughtAt());
        boolean oneDay = pass.kind() == PassKind.DAY && pass.totalUses() <= 1;
        return ended(
                used,
                oneDay
                        ? new Reason.DayPassOver(pass.item(), used)
                        : new Reason.PassUsedUp(pass.item(), Math.max(1, pass.totalUses())));
    }

    private Stream<Answer> ofContract(Contract contract, NamedItem item) {
        Instant end = contract.cancellation().orElse(contract.cancelled() ? contract.startsAt() : Instant.MAX);
        if (!now.isBefore(end)) {
            return ended(end, new Reason.ContractEnded(item, end));
        }
        if (now.isBefore(contract.startsAt())) {
            return begins(contract.startsAt(), new Reason.ContractNotBegun(item, contract.startsAt()));
        }
        return Window.union(contract.pauses()).stream()
                .filter(pause -> pause.contains(now))
                .findFirst()
                .map(pause -> answer(Hope.WAITS, pause.from(), new Reason.ContractPaused(item, pause.until())))
                .orElseGet(() -> nextDay(contract));
    }

    /** Of what it is for on some days only. */
    private Stream<Answer> nextDay(Contract contract) {
        return contract.items().stream()
                .filter(item -> contract.partTimeAt(item).isPresent())
                .flatMap(item -> Entitlements.windows(contract, item, List.of(), rules).stream()
                        .filter(day -> day.isAhead(now))
                        .limit(1)
                        .flatMap(day -> begins(day.from(), new Reason.TooEarly(item, day.from(), day.from()))));
    }

    private Stream<Answer> ofDecided(Decided decided, NamedItem item) {
        return now.isBefore(decided.since())
                ? begins(decided.since(), new Reason.TooEarly(item, decided.since(), decided.since()))
                : decided.end().stream()
                        .filter(end -> !now.isBefore(end))
                        .flatMap(end -> ended(end, new Reason.AccessEnded(item, end)));
    }

    private Stream<Answer> begins(Instant at, Reason reason) {
        return answer(Hope.BEGINS, at, reason);
    }

    private Stream<Answer> ended(Instant at, Reason reason) {
        return answer(Hope.ENDED, at, reason);
    }

    private Stream<Answer> answer(Hope hope, Instant at, Reason reason) {
        return Stream.of(new Answer(hope, Duration.between(now, at).abs(), reason));
    }
}
