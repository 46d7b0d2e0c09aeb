package app.latchkey.sync.plan;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every instant at which time alone can change what is to be said about a question; between two of them it says the same. */
final class Instants {

    /** Hours come back every week: their edges matter around the other instants only. */
    private static final Duration A_WEEK_AND_A_DAY = Duration.ofDays(8);

    private final Question question;

    private Instants(Question question) {
        this.question = question;
    }

    static NavigableSet<Instant> of(Question question) {
        return new Instants(question).all();
    }

    private NavigableSet<Instant> all() {
        NavigableSet<Instant> all = new TreeSet<>();
        Stream.of(question.entitlements(), question.earned())
                .flatMap(List::stream)
                .forEach(entitlement -> edges(entitlement.window()).forEach(all::add));
        question.purchases().forEach(purchase -> of(purchase).forEach(all::add));
        Optional.ofNullable(question.besides().thaw()).map(Besides.Thaw::at).ifPresent(all::add);
        Stream.concat(Stream.of(question.now()), List.copyOf(all).stream())
                .flatMap(this::hoursAround)
                .forEach(all::add);
        return all;
    }

    private Stream<Instant> of(Purchase purchase) {
        return switch (purchase) {
            case Booking booking ->
                Stream.of(
                        booking.from().minus(question.rules().before()),
                        booking.to().plus(question.rules().after()));
            case Pass pass -> Stream.concat(Stream.of(pass.boughtAt()), pass.expiry().stream());
            case Decided decided -> Stream.concat(Stream.of(decided.since()), decided.end().stream());
            case Contract contract ->
                Stream.concat(
                        Stream.concat(Stream.of(contract.startsAt()), contract.cancellation().stream()),
                        contract.pauses().stream().flatMap(Instants::edges));
        };
    }

    private Stream<Instant> hoursAround(Instant instant) {
        WeeklyHours hours = question.besides().hours();
        return hours == null
                ? Stream.empty()
                : hours.within(Window.between(instant.minus(A_WEEK_AND_A_DAY), instant.plus(A_WEEK_AND_A_DAY))).stream()
                        .flatMap(Instants::edges);
    }

    private static Stream<Instant> edges(Window window) {
        return Stream.concat(Stream.of(window.from()), window.end().stream());
    }
}
