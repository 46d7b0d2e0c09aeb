package app.latchkey.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.shared.SpaceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes every table of the schema as it is, and proves that a space reaches its own rows only. */
class TenantIsolationIT {

    private static final SpaceId OURS = new SpaceId(new UUID(1, 1));
    private static final SpaceId THEIRS = new SpaceId(new UUID(2, 2));
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JdbcClient JDBC = DATABASE.jdbc();
    private static final Scopes SCOPES = DATABASE.scopes();

    @BeforeAll
    static void oneRowOfEachSpaceInEveryTable() throws SQLException {
        try (Connection superuser = TestDatabase.server().superuser(DATABASE.name())) {
            AnyRow.dropConstraints(superuser);
            for (Table table : tablesOfSpaces().toList()) {
                AnyRow.insert(superuser, table.name(), OURS.value());
                AnyRow.insert(superuser, table.name(), THEIRS.value());
            }
        }
    }

    static Stream<Table> tables() {
        return Catalogue.tables(DATABASE).stream();
    }

    static Stream<Table> tablesOfSpaces() {
        return tables().filter(table -> table.ofSpaces() && table.scopes().contains("space"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isProtectedAndSaysItsScopes(Table table) {
        assertThat(table.secured())
                .as("row-level security is enabled and forced")
                .isTrue();
        assertThat(table.scopes()).isNotEmpty();
        assertThat(List.of("space", "account", "system", "staff")).containsAll(table.scopes());
    }

    @ParameterizedTest
    @MethodSource("tablesOfSpaces")
    void showsOwnRowsOnly(Table table) {
        List<UUID> seen = SCOPES.inSpace(
                OURS,
                () -> JDBC.sql("select space_id from " + table.name())
                        .query(UUID.class)
                        .list());
        assertThat(seen).containsOnly(OURS.value());
    }

    @ParameterizedTest
    @MethodSource("tablesOfSpaces")
    void changesAndRemovesNothingOfAnotherSpace(Table table) {
        assertThat(affected("update %s set space_id = space_id where space_id = '%s'", table))
                .isZero();
        assertThat(affected("delete from %s where space_id = '%s'", table)).isZero();
    }

    @ParameterizedTest
    @MethodSource("tablesOfSpaces")
    void takesNoRowForAnotherSpace(Table table) {
        assertThatThrownBy(() -> SCOPES.inSpace(
                        OURS,
                        () -> JDBC.sql("update " + table.name() + " set space_id = ?")
                                .param(THEIRS.value())
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @MethodSource("tablesOfSpaces")
    void failsInAScopeThatIsNotItsOwn(Table table) {
        List<Scope> others = Stream.of(Scope.system(), Scope.staff())
                .filter(scope -> !table.scopes().contains(scope.settings().scope()))
                .toList();
        for (Scope scope : others) {
            assertThatThrownBy(() -> SCOPES.call(scope, () -> count(table)))
                    .as("%s in %s", table, scope)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("tablesOfSpaces")
    void failsWithoutAScope(Table table) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            String query = "select count(*) from " + table.name();
            assertThatThrownBy(() -> statement.executeQuery(query)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void staffNeverWrites() {
        List<Table> readable = tablesOfSpaces()
                .filter(table -> table.scopes().contains("staff"))
                .toList();
        for (Table table : readable) {
            assertThat(SCOPES.call(Scope.staff(), () -> count(table))).isEqualTo(2);
            assertThatThrownBy(() -> SCOPES.call(
                            Scope.staff(),
                            () -> JDBC.sql("update " + table.name() + " set space_id = space_id")
                                    .update()))
                    .as(table.name())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void noTransactionBeginsWithoutAScope() {
        ScopedTransactionManager transactions = new ScopedTransactionManager(DATABASE.dataSource());
        assertThatThrownBy(() -> transactions.getTransaction(null)).isInstanceOf(NoScope.class);
    }

    @Test
    void theApplicationsLoginOwnsNothingAndBypassesNothing() throws SQLException {
        try (Connection superuser = TestDatabase.server().superuser(DATABASE.name())) {
            assertThat(Catalogue.powersOfTheApplication(superuser)).isEmpty();
            assertThat(Catalogue.waysAroundThePolicies(superuser)).isEmpty();
        }
    }

    private static Long count(Table table) {
        return JDBC.sql("select count(*) from " + table.name())
                .query(Long.class)
                .single();
    }

    /** None, too, when the login may not do this to the table at all: the audit's rows are only ever added. */
    private static int affected(String sql, Table table) {
        String statement = sql.formatted(table.name(), THEIRS);
        try {
            return SCOPES.inSpace(OURS, () -> JDBC.sql(statement).update());
        } catch (DataAccessException refused) {
            assertThat(refused).rootCause().hasMessageContaining("permission denied");
            return 0;
        }
    }
}
