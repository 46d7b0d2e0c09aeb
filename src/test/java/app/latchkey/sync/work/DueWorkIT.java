package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.Subject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueWorkIT {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Subject ANA = Subject.customer(new CustomerId(17));

    private final TestDatabase database = TestDatabase.fresh();
    private final DueWork work = new DueWork(database.jdbc());
    private final SpaceId space = TestSpaces.aSpace(database, "harbour");

    @Case(48)
    @Test
    void keepsAChangeThatArrivesDuringARun() {
        add(NOW, "hook");
        Due claimed = due().getFirst();
        add(NOW.plusSeconds(1), "hook");
        assertThat(done(claimed)).isFalse();
        assertThat(due()).hasSize(1);
        assertThat(done(due().getFirst())).isTrue();
        assertThat(due()).isEmpty();
    }

    @Case(48)
    @Test
    void makesOneRowOfManyHints() {
        add(NOW.plusSeconds(60), "boundary");
        add(NOW, "hook");
        add(NOW.plusSeconds(5), "hook");
        assertThat(due()).singleElement().satisfies(row -> {
            assertThat(row.version()).isEqualTo(3);
            assertThat(row.causes()).containsExactly("boundary", "hook");
        });
    }

    @Test
    void waitsAsLongAsAPartnerAskedWhateverAHookSays() {
        add(NOW, "hook");
        Due row = due().getFirst();
        database.scopes().inSpace(space, () -> work.postpone(row, NOW.plusSeconds(60)));
        add(NOW, "hook");
        assertThat(due()).isEmpty();
        assertThat(database.scopes().inSystem(work::earliest)).contains(NOW.plusSeconds(60));
        database.scopes().inSpace(space, () -> work.insist(ANA, NOW, "person", NOW));
        assertThat(due()).hasSize(1);
    }

    private void add(Instant at, String cause) {
        database.scopes().inSpace(space, () -> work.add(ANA, at, cause, NOW));
    }

    private List<Due> due() {
        return database.scopes().inSpace(space, () -> work.due(space, NOW, 10));
    }

    private boolean done(Due due) {
        return database.scopes().inSpace(space, () -> work.done(due));
    }
}
