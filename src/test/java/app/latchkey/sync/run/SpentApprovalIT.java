package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.salto.SaltoInMemory;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Fate;
import app.latchkey.simulation.Memory;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.HeldPlan;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody said yes to is done once; when it comes up again, it is asked again. */
class SpentApprovalIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant ASKED = Instant.parse("2026-05-04T10:00:00Z");
    private static final UUID ANA = new UUID(1, 1);
    private static final UUID ROOM = new UUID(2, 2);

    private final SpaceId space = TestSpaces.aSpace(DATABASE, "spent");
    private final JsonText json = new JsonText();
    private final HeldPlans held = new HeldPlans(DATABASE.jdbc(), json);
    private final RailHistory history =
            new RailHistory(DATABASE.jdbc(), json, SaltoInMemory.snapshot(new Memory(new Fate(() -> {}))));

    private final Decision.Revoke removal =
            new Decision.Revoke(Subject.of(new PlatformUserId(ANA)), new AccessGroupId(ROOM), List.of());

    @Test
    void countsUntilItIsDone() {
        DATABASE.scopes().inSpace(space, () -> held.approved(List.of(removal), 1, ASKED));
        assertThat(approvedAt(ASKED.plusSeconds(10))).containsExactly(HeldPlan.line(removal, 1));

        journal("FAILED", new UUID(1, 1), ASKED.plusSeconds(11));
        journal("DONE", new UUID(1, 7), ASKED.plusSeconds(12));
        assertThat(approvedAt(ASKED.plusSeconds(20)))
                .as("neither a failure nor somebody else's removal uses it up")
                .hasSize(1);

        journal("DONE", ANA, ASKED.plusSeconds(21));
        assertThat(approvedAt(ASKED.plusSeconds(30))).isEmpty();
    }

    private Set<String> approvedAt(Instant now) {
        Plan plan = new Plan(List.of(), List.of(removal), 1);
        return DATABASE.scopes().inSpace(space, () -> history.approved(plan, now));
    }

    private void journal(String state, UUID user, Instant at) {
        DATABASE.scopes().inSpace(space, () -> {
            DATABASE.jdbc()
                    .sql("""
                            insert into run (number, kind, subject, causes, epoch, started_at, outcome)
                            values (:number, 'FULL', 'space', '{}', 1, :at, 'DONE')
                            """)
                    .param("number", at.getEpochSecond())
                    .param("at", Rows.at(at))
                    .update();
            DATABASE.jdbc()
                    .sql("""
                            insert into run_change (run, step, what, state, platform_user, group_id, name, because, at)
                            values (:number, 1, 'REVOKE', :state, :user, :group, 'Ana', '[]', :at)
                            """)
                    .param("number", at.getEpochSecond())
                    .param("state", state)
                    .param("user", user)
                    .param("group", ROOM)
                    .param("at", Rows.at(at))
                    .update();
        });
    }
}
