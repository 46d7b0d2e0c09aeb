package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.audit.Audit;
import app.latchkey.audit.AuditEntry;
import app.latchkey.audit.ChainCheck;
import app.latchkey.audit.TestAudit;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Space;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTrailIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);

    private final Audit audit = TestAudit.of(DATABASE, CLOCK);
    private final List<String> told = new ArrayList<>();
    private final AuditTrail trail = new AuditTrail(
            audit,
            List.of(new EmailAddress("mia@example.com")),
            (to, notice) -> told.add(to + ": " + notice.subject()));

    @Test
    void anUnbrokenChainIsToldToNobody() {
        assertThat(trail.check(space("whole"))).isEqualTo(new ChainCheck.Unbroken(2));
        assertThat(told).isEmpty();
    }

    @Test
    void aChangedEntryIsToldToTheStaff() throws SQLException {
        Space space = space("changed");
        try (Connection superuser = TestDatabase.server().superuser(DATABASE.name());
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "update audit_entry set what = 'nothing' where number = 2 and space_id = '" + space.id() + "'");
        }
        assertThat(trail.check(space)).isEqualTo(new ChainCheck.BrokenAt(2));
        assertThat(told).containsExactly("mia@example.com: The audit of changed does not fit at row 2");
    }

    @Test
    void writesTheRecordAsSentences() {
        AuditEntry entry =
                new AuditEntry(4, CLOCK.instant(), "ana@example.com", "Paused changes", Map.of("why", "fair"));

        assertThat(AuditSentences.of(entry)).isEqualTo("ana@example.com paused changes · why fair");
        assertThat(AuditSentences.matches(entry, " PAUSED ")).isTrue();
        assertThat(AuditSentences.matches(entry, "ben")).isFalse();
    }

    @Test
    void aFileOfTheRecordHoldsNoFormula() {
        AuditEntry entry = new AuditEntry(4, CLOCK.instant(), "=cmd()", "said \"no\"", Map.of());

        assertThat(AuditSentences.line(entry))
                .isEqualTo("4,2026-05-04T10:00:00Z,\"'=cmd()\",\"said \"\"no\"\"\",\"{}\"");
    }

    private Space space(String slug) {
        SpaceId id = TestSpaces.aSpace(DATABASE, slug);
        audit.record(id, "ana@example.com", "first");
        audit.record(id, "ana@example.com", "second");
        return DATABASE.scopes()
                .inSpace(id, () -> TestSpaces.spaces(DATABASE, CLOCK).get(id));
    }
}
