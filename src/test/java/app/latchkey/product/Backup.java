package app.latchkey.product;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A copy of all that the database knows of one space, to be set back to later. How it is connected stays as it is. */
public final class Backup {

    private static final String TABLES = """
            select columns.table_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = 'public' and column_name = 'space_id' and table_type = 'BASE TABLE'
              and table_name not like 'connection%' and table_name not like 'partner%'
            """;

    private static final String AGED = """
            update %s.space_lease set epoch = epoch + 1000, expires_at = '-infinity',
              served_at = clock_timestamp() - interval '%s' where space_id = '%s'
            """;

    private final TestDatabase database;
    private final SpaceId space;

    private Backup(TestDatabase database, SpaceId space) {
        this.database = database;
        this.space = space;
    }

    public static Backup of(TestDatabase database, SpaceId space) {
        Backup backup = new Backup(database, space);
        backup.all(
                "begin isolation level repeatable read; create schema if not exists backup",
                "drop table if exists backup.%1$s",
                "create table backup.%1$s as select * from public.%1$s where space_id = '%2$s'");
        return backup;
    }

    /**
     * Sets the space back, at one instant: whoever serves it next finds the copy as old as it is.
     *
     * @param age how old the copy is: it was somebody's turn to serve the space that long ago
     */
    public void restore(String age) {
        Eventually.eventually("nobody serves the space", () -> update("""
                update space_lease set holder = 'restoring', epoch = epoch + 1, expires_at = 'infinity'
                where space_id = '%s' and expires_at < clock_timestamp()
                """.formatted(space)) == 1);
        all(
                "begin; " + AGED.formatted("backup", age, space),
                "delete from public.%1$s where space_id = '%2$s'",
                "insert into public.%1$s overriding system value select * from backup.%1$s");
    }

    /** As if nobody had served the space for so long. */
    public void age(String age) {
        update(AGED.formatted("public", age, space));
    }

    private int update(String sql) {
        try (Connection superuser = TestDatabase.server().superuser(database.name());
                Statement statement = superuser.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first once, the others for each table, all in one transaction. */
    private void all(String begin, String... each) {
        try (Connection superuser = TestDatabase.server().superuser(database.name());
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            List<String> tables = tables(statement);
            statement.execute(begin);
            for (String one : each) {
                for (String table : tables) {
                    statement.execute(one.formatted(table, space));
                }
            }
            statement.execute("commit");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
