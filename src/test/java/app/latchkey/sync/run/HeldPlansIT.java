package app.latchkey.sync.run;

import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.util.List;
import java.util.UUID;

/** What operators are asked about, on PostgreSQL. */
class HeldPlansIT extends HeldPlansContract {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    HeldPlansIT() {
        super(new Kept(
                DATABASE.scopes(),
                TestSpaces.aSpace(DATABASE, "held-" + UUID.randomUUID()),
                new HeldPlans(DATABASE.jdbc(), new JsonText())));
    }

    @Override
    List<String> asked() {
        return DATABASE.jdbc()
                .sql("select unnest(lines) from held_plan where state = 'OPEN'")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
