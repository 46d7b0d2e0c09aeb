package app.latchkey.sync.run;

import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.util.UUID;

/** The ledger on PostgreSQL. */
class LedgerIT extends LedgerContract {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    LedgerIT() {
        super(new Kept(
                DATABASE.scopes(),
                TestSpaces.aSpace(DATABASE, "ledger-" + UUID.randomUUID()),
                TestSpaces.aSpace(DATABASE, "other-" + UUID.randomUUID()),
                new Ledger(DATABASE.jdbc(), new JsonText())));
    }
}
