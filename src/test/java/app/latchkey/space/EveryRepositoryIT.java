package app.latchkey.space;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.SpaceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Calls every method of every repository. With another space's rows in every table it does exactly what it does in an empty database, whatever
 * row of theirs its arguments name; and without a scope it does nothing at all.
 */
class EveryRepositoryIT {

    private static final SpaceId OURS = new SpaceId(new UUID(1, 1));
    private static final SpaceId THEIRS = new SpaceId(new UUID(2, 2));
    private static final String SCOPE = """
            select set_config('latchkey.scope', 'space', false), set_config('latchkey.space', '%s', false)
            """.formatted(OURS);
    private static final TestDatabase EMPTY = TestDatabase.fresh();
    private static final TestDatabase FILLED = TestDatabase.fresh();

    @BeforeAll
    static void aRowOfAnotherSpaceInEveryTable() throws SQLException {
        withoutChecks(EMPTY);
        withoutChecks(FILLED);
        fill(FILLED);
    }

    @Test
    void findsNothingOfAnotherSpace() {
        assertThat(differences(inOurScope(EMPTY), inOurScope(FILLED))).isEmpty();
    }

    @Test
    void changesNothingOfAnotherSpace() throws SQLException {
        String before = theirRows(FILLED);
        inOurScope(FILLED);
        assertThat(theirRows(FILLED)).isEqualTo(before);
    }

    /** For a login that the policies do not bind the same calls do find and change rows: they ask for what is there. */
    @Test
    void wouldDoBothWithoutThePolicies() throws SQLException {
        TestDatabase bare = TestDatabase.fresh();
        withoutChecks(bare);
        fill(bare);
        String before = theirRows(bare);
        Map<String, String> found = unbound(bare);
        assertThat(differences(unbound(EMPTY), found)).hasSizeGreaterThan(found.size() / 4);
        assertThat(theirRows(bare)).isNotEqualTo(before);
    }

    @Test
    void doesNothingWithoutAScope() {
        Map<String, String> outcomes = Repositories.called(FILLED.jdbc(), THEIRS.value(), Supplier::get);
        List<String> refused = outcomes.entrySet().stream()
                .filter(call -> call.getValue().contains(NoScope.class.getName()))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, String> scoped = inOurScope(FILLED);
        outcomes.keySet().removeAll(refused);
        assertThat(differences(scoped, outcomes))
                .as("what does not need the database does the same with and without")
                .isEmpty();
        assertThat(refused).hasSizeGreaterThan(outcomes.size());
    }

    private static Map<String, String> inOurScope(TestDatabase database) {
        return Repositories.called(database.jdbc(), THEIRS.value(), call -> {
            try {
                return database.scopes().inSpace(OURS, () -> {
                    throw new RolledBack(call.get());
                });
            } catch (RolledBack done) {
                return done.outcome;
            }
        });
    }

    private static Map<String, String> unbound(TestDatabase database) throws SQLException {
        try (Connection superuser = TestDatabase.server().superuser(database.name())) {
            superuser.createStatement().execute(SCOPE);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
            return Repositories.called(jdbc, THEIRS.value(), Supplier::get);
        }
    }

    /** Of the calls that both have. */
    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(call -> !call.getValue().equals(before.get(call.getKey())))
                .map(call -> "%s: %s, then %s".formatted(call.getKey(), before.get(call.getKey()), call.getValue()))
                .toList();
    }

    private static void withoutChecks(TestDatabase database) throws SQLException {
        try (Connection superuser = TestDatabase.server().superuser(database.name())) {
            AnyRow.dropChecks(superuser);
        }
    }

    private static void fill(TestDatabase database) throws SQLException {
        try (Connection superuser = TestDatabase.server().superuser(database.name())) {
            for (String table : tablesOfSpaces(database)) {
                AnyRow.insert(superuser, table, THEIRS.value());
            }
        }
    }

    private static String theirRows(TestDatabase database) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Connection superuser = TestDatabase.server().superuser(database.name())) {
            for (String table : tablesOfSpaces(database)) {
                String query = "select '%1$s ' || row::text from %1$s row where space_id = '%2$s'";
                rows.append(Catalogue.texts(superuser, query.formatted(table, THEIRS)));
            }
        }
        return rows.toString();
    }

    private static List<String> tablesOfSpaces(TestDatabase database) {
        return Catalogue.tables(database).stream()
                .filter(Table::ofSpaces)
                .map(Table::name)
                .toList();
    }

    /** So that no call finds what an earlier one has left. */
    private static final class RolledBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String outcome;

        RolledBack(String outcome) {
            super(outcome);
            this.outcome = outcome;
        }
    }
}
