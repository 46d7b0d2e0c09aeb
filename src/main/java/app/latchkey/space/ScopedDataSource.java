package app.latchkey.space;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives no connection outside a scope. The policies refuse a row, not a statement: one that meets no row at all would read as "nobody is
 * entitled", and comes here before it can.
 */
class ScopedDataSource extends DelegatingDataSource {

    ScopedDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Scopes.current();
        return super.getConnection();
    }
}
