package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Hindrance;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.plan.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one person stands to one group after a run: what every page reads. */
record Standing(
        String person,
        @Nullable CustomerId customer,
        @Nullable PlatformUserId user,
        AccessGroupId group,
        String name,
        Verdict verdict,
        @Nullable Reason reason,
        @Nullable Window window,
        List<Because> because) {

    /** The reason as it is stored. */
    @Nullable
    String reasonCode() {
        return reason == null ? null : reason.code();
    }

    /** Stored by name. */
    enum Verdict {
        IN,
        ON_ITS_WAY,
        WITHHELD,
        BY_HAND,
        PINNED,
        HELD_GRANT,
        HELD_REMOVAL,
        LEAVING
    }

    /** Empty when there is nothing left to say. */
    static Optional<Standing> of(
            Decision decision, Planned planned, Set<Decision> done, boolean seatsLeft, RunLog log) {
        return switch (decision) {
            case Decision.Keep keep -> Optional.of(in(planned, keep, keep.window(), keep.because(), seatsLeft, log));
            case Decision.Grant grant ->
                Optional.of(
                        done.contains(grant)
                                ? in(planned, grant, grant.window(), grant.because(), seatsLeft, log)
                                : notYet(planned, grant, log));
            case Decision.Revoke revoke ->
                done.contains(revoke)
                        ? Optional.empty()
                        : Optional.of(make(planned, revoke, Verdict.LEAVING, waiting(log), null, List.of()));
            case Decision.Withhold withhold ->
                Optional.of(make(
                        planned,
                        withhold,
                        Verdict.WITHHELD,
                        Hindrance.of(withhold.reason()),
                        null,
                        withhold.because()));
            case Decision.Foreign foreign ->
                Optional.of(make(
                        planned,
                        foreign,
                        foreign.pinned() ? Verdict.PINNED : Verdict.BY_HAND,
                        isUnreadable(planned, foreign) ? new Reason.NotUnderstood() : null,
                        null,
                        foreign.because()));
            case Decision.Hold hold -> Optional.of(held(planned, hold));
            case Decision.Forget _ -> Optional.empty();
        };
    }

    private static boolean isUnreadable(Planned planned, Decision.Foreign foreign) {
        return foreign.pinned()
                && foreign.subject() instanceof Subject.SaltoUser known
                && planned.situation().ledger().stream()
                        .anyMatch(row -> row.ownership() == Ownership.UNREADABLE
                                && row.membership().equals(new Membership(known.user(), foreign.group())));
    }

    private static Standing held(Planned planned, Decision.Hold hold) {
        return switch (hold.change()) {
            case Decision.Grant grant ->
                make(planned, hold, Verdict.HELD_GRANT, Hindrance.of(hold.reason()), grant.window(), grant.because());
            case Decision.Revoke _ ->
                make(planned, hold, Verdict.HELD_REMOVAL, Hindrance.of(hold.reason()), null, List.of());
        };
    }

    private static Standing in(
            Planned planned, Decision decision, Window window, List<Because> because, boolean seatsLeft, RunLog log) {
        Reason reason = null;
        if (decision.subject() instanceof Subject.SaltoUser known) {
            Situation situation = planned.situation();
            reason = log.notQuite(new Membership(known.user(), decision.group()))
                    .or(() -> ShutOut.of(
                            situation.users().get(known.user()),
                            situation.groups().get(decision.group()),
                            seatsLeft,
                            planned.now()))
                    .orElse(null);
        }
        return make(planned, decision, Verdict.IN, reason, window, because);
    }

    private static Standing notYet(Planned planned, Decision.Grant grant, RunLog log) {
        boolean refused = switch (grant.subject()) {
            case Subject.Newcomer newcomer -> log.isRefusedBySalto(newcomer.customer());
            case Subject.SaltoUser known -> log.isRefusedBySalto(new Membership(known.user(), grant.group()));
        };
        return refused
                ? make(planned, grant, Verdict.WITHHELD, new Reason.SaltoRefuses(), null, grant.because())
                : make(planned, grant, Verdict.ON_ITS_WAY, waiting(log), grant.window(), grant.because());
    }

    private static Reason waiting(RunLog log) {
        return log.failure()
                        .filter(failure -> failure.why().partner() == app.latchkey.connection.Partner.SALTO)
                        .isPresent()
                ? new Reason.SaltoSilent(null)
                : new Reason.OnItsWay(null);
    }

    private static Standing make(
            Planned planned,
            Decision decision,
            Verdict verdict,
            @Nullable Reason reason,
            @Nullable Window window,
            List<Because> because) {
        return switch (decision.subject()) {
            case Subject.SaltoUser known ->
                new Standing(
                        "user " + known.user(),
                        planned.situation().customersOf(Set.of(known.user())).stream()
                                .sorted()
                                .findFirst()
                                .orElse(null),
                        known.user(),
                        decision.group(),
                        planned.situation().name(known.user()),
                        verdict,
                        reason,
                        window,
                        because);
            case Subject.Newcomer newcomer ->
                new Standing(
                        "customer " + newcomer.customer(),
                        newcomer.customer(),
                        null,
                        decision.group(),
                        planned.situation().name(newcomer.customer()),
                        verdict,
                        reason,
                        window,
                        because);
        };
    }
}
