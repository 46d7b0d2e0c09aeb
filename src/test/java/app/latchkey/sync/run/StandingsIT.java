package app.latchkey.sync.run;

import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.util.UUID;

/** How everybody stands, on PostgreSQL. */
class StandingsIT extends StandingsContract {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    StandingsIT() {
        super(new Kept(
                DATABASE.scopes(),
                TestSpaces.aSpace(DATABASE, "standings-" + UUID.randomUUID()),
                new Standings(DATABASE.jdbc(), new JsonText())));
    }
}
