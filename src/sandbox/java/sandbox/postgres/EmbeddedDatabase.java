package sandbox.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own with the database {@code latchkey} and a deployment's two logins: {@code latchkey_owner} owns
 * the database, {@code latchkey_app} is a plain login. Every login over TCP needs its password.
 *
 * <p>It does not end by itself: whoever starts it closes it, after all that use it.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    public static final String NAME = "latchkey";
    public static final String OWNER = "latchkey_owner";
    public static final String OWNER_PASSWORD = "owner-of-the-sandbox";
    public static final String APP = "latchkey_app";
    public static final String APP_PASSWORD = "app-of-the-sandbox";
    private static final String SUPERUSER_PASSWORD = "superuser-of-the-sandbox";

    /** Where the server's own words go, away from the product's log. */
    public static final Path LOG = Path.of(
            System.getProperty("java.io.tmpdir"),
            "latchkey-sandbox-postgres-" + System.getProperty("user.name") + ".log");

    private final EmbeddedPostgres server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** A fresh one, gone when it is closed. Writes reach the disk, as a deployment's do. */
    public static EmbeddedDatabase start() {
        return start(null, true);
    }

    /** As {@link #start}, but what a power cut would lose is not waited for: killed processes lose nothing of it either. */
    public static EmbeddedDatabase withoutSync() {
        return start(null, false);
    }

    /** One that is kept in {@code directory}; writes reach the disk. What a killed sandbox left running there is stopped first. */
    public static EmbeddedDatabase keptIn(Path directory) {
        return start(directory, true);
    }

    private static EmbeddedDatabase start(@Nullable Path directory, boolean durable) {
        try {
            Optional<Path> data = Optional.ofNullable(directory).map(kept -> kept.resolve("postgres"));
            boolean known = false;
            if (data.isPresent()) {
                Files.createDirectories(data.get());
                Orphan.stop(data.get());
                known = Files.exists(data.get().resolve("PG_VERSION"));
            }
            EmbeddedDatabase database = new EmbeddedDatabase(launch(data, durable ? "on" : "off"));
            if (!known) {
                database.setUp();
            }
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres launch(Optional<Path> data, String durable) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .setConnectConfig("password", SUPERUSER_PASSWORD)
                .setServerConfig("fsync", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("max_connections", "300")
                .setServerConfig("password_encryption", "scram-sha-256")
                // These passwords stand in the source: to make them dear to guess only makes every connection slow.
                .setServerConfig("scram_iterations", "1");
        data.ifPresent(path -> builder.setDataDirectory(path).setCleanDataDirectory(false));
        return builder.start();
    }

    /** The superuser's access file is written by the server itself: it may run as another user than this JVM. */
    private void setUp() {
        execute(
                "postgres",
                "alter role postgres password '%s'".formatted(SUPERUSER_PASSWORD),
                "create role %s login password '%s'".formatted(OWNER, OWNER_PASSWORD),
                "create role %s login password '%s'".formatted(APP, APP_PASSWORD),
                "create database %s owner %s".formatted(NAME, OWNER));
        requirePasswords();
    }

    private void requirePasswords() {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            Path file;
            try (ResultSet row = statement.executeQuery("show hba_file")) {
                row.next();
                file = Path.of(row.getString(1));
            }
            Files.writeString(file, """
                    # Nobody comes in over TCP without a password.
                    local all all scram-sha-256
                    host  all all 127.0.0.1/32 scram-sha-256
                    host  all all ::1/128      scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }

    public int port() {
        return server.getPort();
    }

    /** Another empty database of the same owner. Answers its JDBC address. */
    public String createDatabase(String name) {
        execute("postgres", "create database \"%s\" owner %s".formatted(name, OWNER));
        return jdbcUrl(name);
    }

    /** Another database, copied from one that nobody is connected to: cheaper than migrating again. */
    public String createDatabase(String name, String template) {
        execute(
                "postgres",
                "create database \"%s\" owner %s template \"%s\" strategy file_copy".formatted(name, OWNER, template));
        return jdbcUrl(name);
    }

    public void dropDatabase(String name) {
        execute("postgres", "drop database if exists \"%s\" with (force)".formatted(name));
    }

    /** A connection that may do everything: for tests that break things. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", SUPERUSER_PASSWORD);
    }

    public Connection owner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), OWNER, OWNER_PASSWORD);
    }

    public Connection app() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), APP, APP_PASSWORD);
    }

    private void execute(String database, String... statements) {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
