package app.latchkey.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** A database for one thread: tables, and transactions that take back what they changed unless they commit. */
public final class Memory implements PlatformTransactionManager {

    /** What one transaction has to undo. */
    private static final class Open {
        private final Deque<Runnable> undo = new ArrayDeque<>();
        private boolean lost;
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private final Fate fate;

    public Memory(Fate fate) {
        this.fate = fate;
    }

    /** Whatever statement nobody has taken over fails. */
    public static JdbcClient noDatabase() {
        return JdbcClient.create(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("There is no database in a simulation");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        });
    }

    public <K, V> Table<K, V> table() {
        return new Table<>(this);
    }

    void requireTransaction() {
        if (open.isEmpty()) {
            throw new IllegalStateException("A statement without a scope");
        }
    }

    void changed(Runnable undo) {
        requireTransaction();
        open.element().undo.push(undo);
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition wanted) {
        fate.requireAlive();
        boolean joins = !open.isEmpty()
                && wanted != null
                && wanted.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRED;
        if (!joins) {
            open.push(new Open());
        }
        return new SimpleTransactionStatus(!joins);
    }

    @Override
    public void commit(TransactionStatus status) {
        if (!status.isNewTransaction()) {
            return;
        }
        if (open.element().lost) {
            undo();
            throw new UnexpectedRollbackException("A part of it was rolled back");
        }
        if (fate.endsBeforeCommit()) {
            undo();
            fate.requireAlive();
        }
        open.pop();
        fate.afterCommit();
    }

    @Override
    public void rollback(TransactionStatus status) {
        if (status.isNewTransaction()) {
            undo();
        } else {
            open.element().lost = true;
        }
    }

    private void undo() {
        open.pop().undo.forEach(Runnable::run);
    }
}
