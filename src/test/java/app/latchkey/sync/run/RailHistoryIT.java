package app.latchkey.sync.run;

import app.latchkey.salto.SaltoInMemory;
import app.latchkey.simulation.Fate;
import app.latchkey.simulation.Memory;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.util.UUID;

/** What the rails remember, on PostgreSQL. */
class RailHistoryIT extends RailHistoryContract {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JsonText JSON = new JsonText();

    RailHistoryIT() {
        super(new Kept(
                DATABASE.scopes(),
                TestSpaces.aSpace(DATABASE, "rails-" + UUID.randomUUID()),
                new Journal(DATABASE.jdbc(), JSON),
                new HeldPlans(DATABASE.jdbc(), JSON),
                new Standings(DATABASE.jdbc(), JSON),
                new RailHistory(DATABASE.jdbc(), JSON, SaltoInMemory.snapshot(new Memory(new Fate(() -> {}))))));
    }
}
