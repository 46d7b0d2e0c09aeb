package app.latchkey.staff;

import app.latchkey.audit.TestAudit;
import app.latchkey.space.TestDatabase;
import java.time.Clock;
import java.util.Optional;

/** Staff, for tests of the pages. */
public final class TestStaff {

    private TestStaff() {}

    /** Nobody is signed in: whatever is asked, is refused. */
    public static ActAsStaff thatMayNothing() {
        return new ActAsStaff(
                Optional::empty, TestAudit.of(TestDatabase.fresh(), Clock.systemUTC()), (space, subject, cause) -> {});
    }
}
