package app.latchkey.space;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins no transaction without a scope, and tells PostgreSQL the scope before the first statement. */
class ScopedTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final String SET_SCOPE = """
            select set_config('latchkey.scope', ?, true), set_config('latchkey.space', ?, true),
                   set_config('latchkey.account', ?, true), set_config('latchkey.email', ?, true)
            """;

    ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        Scope scope = Scopes.current();
        super.doBegin(transaction, definition);
        try {
            tell(boundConnection(), scope.settings());
        } catch (SQLException refused) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The scope of a transaction could not be set", refused);
        }
    }

    private Connection boundConnection() {
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new CannotCreateTransactionException("The new transaction has no connection");
        }
        return holder.getConnection();
    }

    private static void tell(Connection connection, Scope.Settings settings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET_SCOPE)) {
            statement.setString(1, settings.scope());
            statement.setString(2, settings.space());
            statement.setString(3, settings.account());
            statement.setString(4, settings.email());
            statement.execute();
        }
    }
}
