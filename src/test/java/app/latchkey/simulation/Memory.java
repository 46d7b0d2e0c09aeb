package app.latchkey.simulation;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.SpacesInMemory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
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
    private Consumer<SpaceId> witness = space -> {};

    public Memory(Fate fate) {
        this.fate = fate;
    }

    /** @param whose hears of every change of a row of a space */
    void toldTo(Consumer<SpaceId> whose) {
        witness = whose;
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

    /** One of which each space has its own rows. */
    public <K, V> Table<K, V> table() {
        return new Table<>(this, SpacesInMemory::inScope);
    }

    /** One of the machine's own, whoever's scope it is. */
    public <K, V> Table<K, V> ownTable() {
        return new Table<>(this, Optional::empty);
    }

    void requireTransaction() {
        if (open.isEmpty()) {
            throw new IllegalStateException("A statement without a scope");
        }
    }

    void changed(Runnable undo) {
        requireTransaction();
        SpacesInMemory.inScope().ifPresent(witness);
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
