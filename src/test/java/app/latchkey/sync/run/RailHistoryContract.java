package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.Scopes;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Forecast;
import app.latchkey.sync.plan.HeldPlan;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.Subject;
import app.latchkey.sync.run.Standing.Verdict;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.WorkInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the rails remember, wherever it is kept: on PostgreSQL, and in the simulation's memory. It is made of what runs, approvals and plans
 * have left behind, so all of these are asked together.
 */
abstract class RailHistoryContract {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final AccessGroupId STREET = new AccessGroupId(new UUID(2, 1));
    private static final PlatformUserId ANA = new PlatformUserId(new UUID(1, 1));
    private static final PlatformUserId BEN = new PlatformUserId(new UUID(1, 2));
    private static final Decision.Revoke REMOVAL = new Decision.Revoke(Subject.of(ANA), STREET, List.of());
    private static final Decision.Grant GRANT = new Decision.Grant(
            Subject.of(ANA),
            STREET,
            Window.between(NOW, NOW.plusSeconds(60)),
            List.of(new Because.Given("Zoe", NOW.plusSeconds(60), "lost tag")));

    /** All that the rails look at. */
    record Kept(
            Scopes scopes, SpaceId space, Journal journal, HeldPlans held, Standings standings, RailHistory history) {}

    private final Kept kept;
    private int steps;

    RailHistoryContract(Kept kept) {
        this.kept = kept;
    }

    @Test
    void takesAYesForTheseLinesAndNoOthers() {
        approve(REMOVAL, NOW);
        assertThat(approved(NOW.plusSeconds(1), REMOVAL, GRANT)).containsExactly(HeldPlan.line(REMOVAL, 1));
        Plan underOtherMatches = new Plan(List.of(), List.of(REMOVAL), 2);
        assertThat(inSpace(() -> kept.history().approved(underOtherMatches, NOW.plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void takesAYesForAWeek() {
        approve(REMOVAL, NOW);
        Instant over = NOW.plus(Duration.ofDays(7));
        assertThat(approved(over.minusSeconds(1), REMOVAL)).hasSize(1);
        assertThat(approved(over, REMOVAL)).isEmpty();
    }

    @Test
    void takesAYesForOnce() {
        did(What.REVOKE, State.DONE, ANA, "UNEXPECTED", NOW.minusSeconds(1));
        approve(REMOVAL, NOW);
        did(What.REVOKE, State.FAILED, ANA, "UNEXPECTED", NOW.plusSeconds(1));
        did(What.REVOKE, State.DONE, BEN, "UNEXPECTED", NOW.plusSeconds(1));
        did(What.GRANT, State.DONE, ANA, null, NOW.plusSeconds(1));
        assertThat(approved(NOW.plusSeconds(2), REMOVAL)).hasSize(1);
        did(What.REVOKE, State.DONE, ANA, "UNEXPECTED", NOW.plusSeconds(3));
        assertThat(approved(NOW.plusSeconds(4), REMOVAL)).isEmpty();
        approve(REMOVAL, NOW.plusSeconds(5));
        assertThat(approved(NOW.plusSeconds(6), REMOVAL)).hasSize(1);
    }

    @Test
    void countsWhatWasDoneInTheLastHourByWhyItWas() {
        did(What.REVOKE, State.DONE, ANA, "UNEXPECTED", NOW);
        did(What.REVOKE, State.DONE, BEN, new Reason.Suspended().code(), NOW);
        did(What.REVOKE, State.DONE, BEN, null, NOW);
        did(What.REVOKE, State.INTENDED, BEN, "UNEXPECTED", NOW);
        did(What.GRANT, State.DONE, ANA, null, NOW);
        did(What.GRANT, State.DONE, BEN, "expected", NOW);
        Instant last = NOW.plus(Duration.ofHours(1)).minusSeconds(1);
        assertThat(inSpace(() -> kept.history().recentRemovals(last))).isEqualTo(Map.of(STREET, 1));
        assertThat(inSpace(() -> kept.history().recentSuspensions(last))).isEqualTo(Map.of(STREET, 1));
        assertThat(inSpace(() -> kept.history().recentGrants(last))).isEqualTo(1);
        Instant over = NOW.plus(Duration.ofHours(1));
        assertThat(inSpace(() -> kept.history().recentRemovals(over))).isEmpty();
        assertThat(inSpace(() -> kept.history().recentGrants(over))).isZero();
        assertThat(inSpace(() -> kept.history().recentRemovals(NOW.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void expectsTheEndsThatTheLastPlanOfSomebodyKnew() {
        forecast(Map.of(in(ANA), NOW, in(BEN), NOW.plusSeconds(60)), ANA, BEN);
        assertThat(expected(NOW.minusSeconds(1))).isEmpty();
        assertThat(expected(NOW)).containsExactly(in(ANA));
        assertThat(expected(NOW.plusSeconds(60))).containsExactlyInAnyOrder(in(ANA), in(BEN));
        forecast(Map.of(), ANA);
        assertThat(expected(NOW.plusSeconds(60))).containsExactly(in(BEN));
        assertThat(inSpace(() -> kept.history().expected(Set.of(ANA), NOW.plusSeconds(60))))
                .isEmpty();
    }

    @Test
    void leavesTheEndOfSomebodyOfWhomThePlanIsNot() {
        forecast(Map.of(in(BEN), NOW.plusSeconds(60)), BEN);
        forecast(Map.of(in(BEN), NOW), ANA);
        assertThat(expected(NOW)).isEmpty();
        assertThat(expected(NOW.plusSeconds(60))).containsExactly(in(BEN));
    }

    @Test
    void expectsWhatAPreviewHasShownUntilTheNextPlan() {
        forecast(Map.of(in(ANA), NOW.plusSeconds(600)), ANA);
        inSpace(() -> kept.history().previewed(Set.of(in(ANA)), NOW));
        assertThat(expected(NOW)).containsExactly(in(ANA));
        forecast(Map.of(in(ANA), NOW.plusSeconds(600)), ANA);
        assertThat(expected(NOW)).isEmpty();
    }

    /** It may have planned before: or else whoever said yes would be asked once more. */
    @Case(41)
    @Test
    void expectsWhatAPreviewHasShownWhateverARunUnderWayHasPlanned() {
        long underWay = begun();
        inSpace(() -> kept.history().previewed(Set.of(in(ANA)), NOW));
        forecast(underWay, Map.of(in(ANA), NOW.plusSeconds(600)), ANA);
        assertThat(expected(NOW)).containsExactly(in(ANA));
        forecast(Map.of(), ANA);
        assertThat(expected(NOW)).isEmpty();
    }

    @Test
    void countsWhoElseWaitsToBeTakenOutUnlessThatIsExpectedOrApproved() {
        leaving(Verdict.HELD_REMOVAL);
        assertThat(waiting(Set.of(), NOW)).isEqualTo(Map.of(STREET, 1));
        assertThat(waiting(Set.of(ANA), NOW)).isEmpty();

        forecast(Map.of(in(ANA), NOW.plusSeconds(60)), ANA);
        assertThat(waiting(Set.of(), NOW)).hasSize(1);
        assertThat(waiting(Set.of(), NOW.plusSeconds(60))).isEmpty();

        approve(REMOVAL, NOW);
        assertThat(waiting(Set.of(), NOW.plusSeconds(1))).isEmpty();
        leaving(Verdict.IN);
        assertThat(waiting(Set.of(), NOW.plus(Duration.ofDays(8)))).isEmpty();
    }

    @Test
    void knowsWhatIsOpenUntilItsEndIsWritten() {
        long run = begun();
        Journal.Line line = line(What.GRANT, State.INTENDED, ANA, null);
        inSpace(() -> kept.journal().write(run, 1, line, NOW));
        assertThat(inSpace(() -> kept.journal().open(run))).isEmpty();
        assertThat(inSpace(() -> kept.journal().open(run + 1)))
                .containsExactly(new Journal.Open(run, 1, What.GRANT, in(ANA)));
        inSpace(() -> kept.journal().ended(run, 1, State.DONE, null, NOW, 20));
        assertThat(inSpace(() -> kept.journal().open(run + 1))).isEmpty();
        assertThat(begun()).isGreaterThan(run);
    }

    private void approve(Decision.Change change, Instant at) {
        inSpace(() -> kept.held().approved(List.of(change), 1, at));
    }

    private Set<String> approved(Instant now, Decision... changes) {
        Plan plan = new Plan(List.of(), List.of(changes), 1);
        return inSpace(() -> kept.history().approved(plan, now));
    }

    private void did(What what, State state, PlatformUserId user, @Nullable String reason, Instant at) {
        long run = begun();
        steps++;
        inSpace(() -> kept.journal().write(run, steps, line(what, state, user, reason), at));
    }

    private static Journal.Line line(What what, State state, PlatformUserId user, @Nullable String reason) {
        return new Journal.Line(what, state, null, user, STREET, "somebody", List.of(), reason);
    }

    private long begun() {
        Due due = new Due(kept.space(), app.latchkey.sync.Subject.wholeSpace(), 1, 0, List.of("test"));
        return inSpace(() -> kept.journal().begin(RunKind.FULL, due, WorkInMemory.lease(kept.space()), NOW));
    }

    /** As the plan of a run that has just begun. */
    private void forecast(Map<Membership, Instant> ends, PlatformUserId... users) {
        forecast(begun(), ends, users);
    }

    private void forecast(long run, Map<Membership, Instant> ends, PlatformUserId... users) {
        inSpace(() -> kept.history().forecast(new Forecast(ends), Set.of(users), run));
    }

    private Set<Membership> expected(Instant now) {
        return inSpace(() -> kept.history().expected(Set.of(ANA, BEN), now));
    }

    private void leaving(Verdict verdict) {
        Standing standing = new Standing("user " + ANA, null, ANA, STREET, "somebody", verdict, null, null, List.of());
        inSpace(() -> kept.standings().replaceAll(List.of(standing), Map.of(), 1, NOW));
    }

    private Map<AccessGroupId, Integer> waiting(Set<PlatformUserId> users, Instant now) {
        return inSpace(() -> kept.history().waiting(users, now));
    }

    private static Membership in(PlatformUserId user) {
        return new Membership(user, STREET);
    }

    private <T> T inSpace(Supplier<T> statement) {
        return kept.scopes().inSpace(kept.space(), statement);
    }

    private void inSpace(Runnable statement) {
        kept.scopes().inSpace(kept.space(), statement);
    }
}
