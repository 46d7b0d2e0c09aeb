package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Matches;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.SpacesInMemory;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.HeldPlan;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.RailedPlan;
import app.latchkey.sync.plan.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an operator is asked about what the rails hold, wherever that is kept: on PostgreSQL, and in the simulation's memory. */
abstract class HeldPlansContract {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final AccessGroupId STREET = new AccessGroupId(new UUID(2, 1));
    private static final Decision.Revoke ANAS = removal(1);
    private static final Decision.Revoke BENS = removal(2);

    final Scopes scopes;
    final SpaceId space;
    final HeldPlans plans;

    /** Nothing was ever held. */
    record Kept(Scopes scopes, SpaceId space, HeldPlans plans) {}

    HeldPlansContract(Kept kept) {
        this.scopes = kept.scopes();
        this.space = kept.space();
        this.plans = kept.plans();
    }

    private static Decision.Revoke removal(long user) {
        return new Decision.Revoke(Subject.of(new PlatformUserId(new UUID(1, user))), STREET, List.of());
    }

    /** The lines of what is asked now. Within the space's scope. */
    abstract List<String> asked();

    @Test
    void asksAboutWhatIsHeldNowAndNothingElse() {
        held(NOW, ANAS);
        assertAsked(ANAS);
        held(NOW.plusSeconds(60), ANAS, BENS);
        assertAsked(ANAS, BENS);
        held(NOW.plusSeconds(120));
        assertAsked();
    }

    @Test
    void asksOnceAboutTheSame() {
        held(NOW, ANAS);
        held(NOW.plusSeconds(60), ANAS);
        assertAsked(ANAS);
        held(NOW.plus(Duration.ofDays(8)), ANAS);
        assertAsked(ANAS);
    }

    /** A yes is good for one time. */
    @Test
    void asksAgainAboutWhatWasApprovedWhenItIsHeldOnceMore() {
        scopes.inSpace(space, () -> plans.approved(List.of(ANAS), 1, NOW));
        assertAsked();
        held(NOW.plusSeconds(60), ANAS);
        assertAsked(ANAS);
    }

    private void held(Instant now, Decision.Change... changes) {
        @Nullable HeldPlan held = changes.length == 0 ? null : HeldPlan.of(List.of(changes), 1);
        Planned planned = new Planned(
                situation(),
                Set.of(),
                Set.of(),
                List.of(),
                Map.of(),
                new RailedPlan(new Plan(List.of(), List.of(), 1), held),
                Set.of(),
                now);
        scopes.inSpace(space, () -> plans.only(planned, 1, now));
    }

    private void assertAsked(Decision.Change... changes) {
        assertThat(scopes.inSpace(space, this::asked))
                .containsExactlyInAnyOrderElementsOf(
                        HeldPlan.of(List.of(changes), 1).lines());
    }

    private Situation situation() {
        Space known = SpacesInMemory.aSpace(space, "harbour", ZoneOffset.UTC);
        return new Situation(
                known,
                Matches.none(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Set.of(),
                List.of(),
                new OptionFacts(List.of(), Map.of(), Map.of(), Set.of()));
    }
}
