package app.latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class AuditIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00.123456789Z"), ZoneOffset.UTC);
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Audit audit =
            new Audit(DATABASE.scopes(), new AuditEntries(DATABASE.jdbc()), new AuditChain(TestSpaces.seals()), CLOCK);

    @Test
    void keepsWhatWasDoneAndByWhom() {
        SpaceId space = threeEntries("kept");
        assertThat(audit.latest(space, 2)).extracting(AuditEntry::what).containsExactly("third", "second");
        assertThat(audit.latest(space, 1).getFirst().details()).containsEntry("n", "3");
        assertThat(audit.verify(space)).isEqualTo(new ChainCheck.Unbroken(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set what = 'nothing' where number = 2",
                "update audit_entry set who = 'ben' where number = 2",
                "update audit_entry set at = at + interval '1 microsecond' where number = 2",
                "update audit_entry set details = details || jsonb_build_object('n', '4') where number = 2",
                "update audit_entry set seal = (select seal from audit_entry where number = 1 limit 1) where number = 2",
                "delete from audit_entry where number = 2",
                "update audit_entry set number = 5 - number where number in (2, 3)"
            })
    void noticesEveryChange(String tampering) throws SQLException {
        SpaceId space = threeEntries("t" + Integer.toHexString(tampering.hashCode()));
        tamper(space, tampering);
        assertThat(audit.verify(space).unbroken()).isFalse();
    }

    @Test
    void letsTheApplicationNeitherChangeNorDelete() {
        SpaceId space = threeEntries("fixed");
        assertThatThrownBy(() -> run(space, "update audit_entry set what = 'nothing'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> run(space, "delete from audit_entry")).isInstanceOf(DataAccessException.class);
    }

    private SpaceId threeEntries(String slug) {
        SpaceId space = TestSpaces.aSpace(DATABASE, slug);
        audit.record(space, "ana@example.com", "first");
        audit.record(space, "ana@example.com", "second", Map.of("n", "2", "why", "lost tag"));
        audit.record(space, "Latchkey", "third", Map.of("n", "3"));
        return space;
    }

    private static void run(SpaceId space, String sql) {
        DATABASE.scopes().inSpace(space, () -> DATABASE.jdbc().sql(sql).update());
    }

    /** As somebody with the owner's powers over the database would. */
    private static void tamper(SpaceId space, String sql) throws SQLException {
        try (Connection superuser = TestDatabase.server().superuser(DATABASE.name());
                Statement statement = superuser.createStatement()) {
            statement.execute("alter table audit_entry drop constraint if exists audit_entry_pkey");
            int where = sql.lastIndexOf("where");
            statement.execute(sql.substring(0, where) + "where space_id = '" + space + "' and "
                    + sql.substring(where + "where".length()));
        }
    }
}
