package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Reason;
import app.latchkey.people.LinkState;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Window;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewLine.Asked;
import app.latchkey.sync.ReviewLine.Outcome;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Hindrance;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plan in full mode means, a line for each person and access group. */
final class ReviewLines {

    private ReviewLines() {}

    static List<ReviewLine> of(Planned planned) {
        Set<List<Object>> decided = new HashSet<>();
        List<ReviewLine> lines = new ArrayList<>();
        for (Decision decision : planned.plan().decisions()) {
            line(planned, decision).ifPresent(line -> {
                lines.add(line);
                line.customer().ifPresent(customer -> decided.add(List.of(customer, line.group())));
            });
        }
        later(planned)
                .filter(line -> decided.add(List.of(line.customer().orElseThrow(), line.group())))
                .forEach(lines::add);
        lines.sort(Comparator.comparing(ReviewLine::outcome)
                .thenComparing(ReviewLine::name)
                .thenComparing(ReviewLine::groupName));
        return lines;
    }

    private static Optional<ReviewLine> line(Planned planned, Decision decision) {
        return switch (decision) {
            case Decision.Grant grant ->
                Optional.of(line(
                        planned,
                        grant,
                        Outcome.GAIN,
                        grant.window(),
                        andLater(planned, grant, grant.because()),
                        null,
                        Asked.NOTHING));
            case Decision.Keep keep ->
                Optional.of(line(
                        planned,
                        keep,
                        Outcome.KEEP,
                        keep.window(),
                        andLater(planned, keep, keep.because()),
                        null,
                        Asked.NOTHING));
            case Decision.Withhold withhold ->
                Optional.of(line(
                        planned,
                        withhold,
                        Outcome.WITHHELD,
                        null,
                        andLater(planned, withhold, withhold.because()),
                        Hindrance.of(withhold.reason()),
                        Asked.NOTHING));
            case Decision.Foreign foreign ->
                Optional.of(line(
                        planned,
                        foreign,
                        foreign.because().isEmpty() || foreign.pinned() ? Outcome.BY_HAND : Outcome.KEEP,
                        null,
                        andLater(planned, foreign, foreign.because()),
                        foreign.pinned() ? new Reason.ProtectedPerson() : null,
                        asked(foreign)));
            case Decision.Revoke revoke ->
                Optional.of(line(planned, revoke, Outcome.LOSE, null, List.of(), null, Asked.NOTHING));
            case Decision.Hold hold -> line(planned, hold.change());
            case Decision.Forget _ -> Optional.empty();
        };
    }

    /** Administrators are never touched, so nobody is asked about them. */
    private static Asked asked(Decision.Foreign foreign) {
        if (foreign.pinned()) {
            return Asked.NOTHING;
        }
        return foreign.because().isEmpty() ? Asked.WITHOUT_PURCHASE : Asked.LOOK_AFTER;
    }

    /** Who gains nothing now, and something later. */
    private static Stream<ReviewLine> later(Planned planned) {
        Situation situation = planned.situation();
        return planned.entitlements().stream()
                .filter(entitlement -> entitlement.window().isAhead(planned.now()))
                .filter(entitlement -> !(situation.links().get(entitlement.customer()) instanceof LinkState.Withheld))
                .filter(entitlement -> situation
                        .userOf(entitlement.customer())
                        .filter(user -> situation.members().containsKey(new Membership(user, entitlement.group())))
                        .isEmpty())
                .sorted()
                .map(entitlement -> new ReviewLine(
                        Optional.of(entitlement.customer()),
                        situation.userOf(entitlement.customer()),
                        situation.name(entitlement.customer()),
                        entitlement.group(),
                        situation.groupName(entitlement.group()),
                        Outcome.GAIN,
                        Optional.of(entitlement.window()),
                        planned.ahead(Set.of(entitlement.customer()), entitlement.group())
                                .map(Entitlement::because)
                                .distinct()
                                .toList(),
                        Optional.empty(),
                        Asked.NOTHING,
                        false));
    }

    /**
     * Why now, then why later: a second booking is part of what is confirmed, and the line stays the same when the first of them begins.
     */
    private static List<Because> andLater(Planned planned, Decision decision, List<Because> now) {
        Stream<Because> later = planned.ahead(customers(planned.situation(), decision.subject()), decision.group())
                .map(Entitlement::because);
        return Stream.concat(now.stream(), later).distinct().toList();
    }

    private static Set<CustomerId> customers(Situation situation, Subject subject) {
        return switch (subject) {
            case Subject.Newcomer newcomer -> Set.of(newcomer.customer());
            case Subject.SaltoUser known -> situation.customersOf(Set.of(known.user()));
        };
    }

    private static ReviewLine line(
            Planned planned,
            Decision decision,
            Outcome outcome,
            @Nullable Window window,
            List<Because> because,
            @Nullable Reason reason,
            Asked asked) {
        Situation situation = planned.situation();
        AccessGroupId group = decision.group();
        Optional<CustomerId> customer =
                customers(situation, decision.subject()).stream().sorted().findFirst();
        String name = switch (decision.subject()) {
            case Subject.Newcomer newcomer -> situation.name(newcomer.customer());
            case Subject.SaltoUser known -> customer.map(situation::name).orElseGet(() -> situation.name(known.user()));
        };
        Optional<PlatformUserId> user =
                decision.subject() instanceof Subject.SaltoUser known ? Optional.of(known.user()) : Optional.empty();
        return new ReviewLine(
                customer,
                user,
                name,
                group,
                situation.groupName(group),
                outcome,
                Optional.ofNullable(window),
                because,
                Optional.ofNullable(reason),
                asked,
                false);
    }
}
