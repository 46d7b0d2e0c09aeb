package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Changes;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Hears what other nodes announce, on a connection of its own outside the pool. A new connection counts as a kick, since announcements may
 * have been missed.
 */
@Component
class Listening {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final int WAIT_MILLIS = 5000;
    private static final long RECONNECT_MILLIS = 1000;

    private final JdbcConnectionDetails database;
    private final Kicks kicks;
    private final Changes changes;
    private volatile boolean stopped;
    private volatile @Nullable Connection current;

    Listening(JdbcConnectionDetails database, Kicks kicks, Changes changes) {
        this.database = database;
        this.kicks = kicks;
        this.changes = changes;
    }

    @PostConstruct
    void begin() {
        Thread.ofPlatform().daemon().name("latchkey-listen").start(this::listen);
    }

    @PreDestroy
    void stop() throws SQLException {
        stopped = true;
        Connection open = current;
        if (open != null) {
            open.close();
        }
    }

    private void listen() {
        while (!stopped) {
            try (Connection connection = DriverManager.getConnection(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
                current = connection;
                hear(connection);
            } catch (SQLException e) {
                LOG.debug("Listening was interrupted", e);
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen latchkey_due");
            statement.execute("listen latchkey_changes");
        }
        kicks.now();
        PGConnection announcements = connection.unwrap(PGConnection.class);
        while (!stopped) {
            for (PGNotification heard : announcements.getNotifications(WAIT_MILLIS)) {
                take(heard);
            }
        }
    }

    private void take(PGNotification heard) {
        if (heard.getName().equals("latchkey_due")) {
            kicks.now();
        } else {
            changes.tell(new SpaceId(UUID.fromString(heard.getParameter())));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
