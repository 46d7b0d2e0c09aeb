package sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.space.TestDatabase;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandbox.postgres.EmbeddedDatabase;

/** The embedded database stands in for a deployment's, so it must not be laxer than one. */
class EmbeddedDatabaseIT {

    @Test
    void letsNobodyInWithoutAPasswordAndKeepsTheLoginsPlain() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
            assertThat(
                            read(
                                    database.app(),
                                    "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(read(
                            database.owner(),
                            "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                    .isEqualTo(EmbeddedDatabase.OWNER);
            assertThat(read(database.app(), "show fsync")).isEqualTo("on");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.APP, "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess"))
                    .isInstanceOf(SQLException.class);
            database.createDatabase("second");
            database.createDatabase("third", "second");
            assertThat(database.jdbcUrl("third")).endsWith("/third");
            database.close();
        }
    }

    /** The server of all other tests is one that was told not to. */
    @Test
    void waitsForTheDiskUnlessItIsToldNotTo() throws SQLException {
        assertThat(read(TestDatabase.server().app(), "show fsync")).isEqualTo("off");
    }

    @Test
    void goesOnWithAKeptDirectory(@TempDir Path directory) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(directory)) {
            read(database.owner(), "create table kept as select 7 as n");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(directory)) {
            assertThat(read(database.owner(), "select n from kept")).isEqualTo("7");
        }
    }

    @Test
    void stopsTheServerThatAKilledSandboxLeftBehind(@TempDir Path directory) throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = killed.inputReader()) {
            assertThat(lines.lines().anyMatch("database is up"::equals)).isTrue();
        }
        killed.destroyForcibly().waitFor();
        try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(directory)) {
            assertThat(read(database.owner(), "select n from kept")).isEqualTo("8");
        }
    }

    /** Holds a database until it is killed. */
    static final class Holder {
        static void main(String[] args) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.keptIn(Path.of(args[0]));
            read(database.owner(), "create table kept as select 8 as n");
            System.out.println("database is up");
            Thread.sleep(60_000);
        }
    }

    private static String read(Connection opened, String sql) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
