package app.latchkey.bench;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Plain JDBC beside the product, for baselines that the product's own means would slow down or speed up. */
final class Sql {

    interface Statements {
        void run(Connection connection) throws SQLException;
    }

    private Sql() {}

    /** One transaction in a space's scope, on a connection of the pool. */
    static void inSpace(TestDatabase database, SpaceId space, Statements statements) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            enter(connection, space);
            statements.run(connection);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void enter(Connection connection, SpaceId space) throws SQLException {
        try (PreparedStatement scope = connection.prepareStatement("select set_config('latchkey.space', ?, true)")) {
            scope.setString(1, space.toString());
            scope.execute();
        }
    }
}
