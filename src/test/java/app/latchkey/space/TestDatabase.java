package app.latchkey.space;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.postgres.EmbeddedDatabase;

/**
 * A real PostgreSQL for tests: one server for the whole run, and a migrated database of its own for whoever asks. Statements run as the
 * application's login.
 */
public final class TestDatabase {

    /** Where it is measured what writing costs, or what an outage does. */
    private static final boolean DURABLE = Boolean.getBoolean("test.durable");

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Scopes scopes;

    private TestDatabase(String name) {
        this.name = name;
        this.dataSource = pool(Server.RUNNING.jdbcUrl(name));
        DataSource scoped = new ScopedDataSource(dataSource);
        this.jdbc = JdbcClient.create(scoped);
        this.scopes = new Scopes(new ScopedTransactionManager(scoped));
    }

    /** A migrated, empty database that nobody else uses. */
    public static TestDatabase fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        Server.RUNNING.createDatabase(name, TEMPLATE);
        return new TestDatabase(name);
    }

    public static EmbeddedDatabase server() {
        return Server.RUNNING;
    }

    public String name() {
        return name;
    }

    public String jdbcUrl() {
        return Server.RUNNING.jdbcUrl(name);
    }

    /** The pool itself, which asks for no scope. */
    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Scopes scopes() {
        return scopes;
    }

    private static DataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(EmbeddedDatabase.APP);
        config.setPassword(EmbeddedDatabase.APP_PASSWORD);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Started by the first test that needs it, closed with the JVM. */
    private static final class Server {

        private static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            EmbeddedDatabase server = DURABLE ? EmbeddedDatabase.start() : EmbeddedDatabase.withoutSync();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.createDatabase(TEMPLATE);
            Flyway.configure()
                    .dataSource(server.jdbcUrl(TEMPLATE), EmbeddedDatabase.OWNER, EmbeddedDatabase.OWNER_PASSWORD)
                    .placeholders(Map.of("app", EmbeddedDatabase.APP))
                    .load()
                    .migrate();
            return server;
        }
    }
}
