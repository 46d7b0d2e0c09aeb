package app.latchkey.audit;

import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.time.Clock;

/** The audit record, for tests of other modules. */
public final class TestAudit {

    private TestAudit() {}

    public static Audit of(TestDatabase database, Clock clock) {
        return new Audit(
                database.scopes(), new AuditEntries(database.jdbc()), new AuditChain(TestSpaces.seals()), clock);
    }
}
