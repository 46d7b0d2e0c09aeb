package app.latchkey.space;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sandbox.postgres.EmbeddedDatabase;

/** What PostgreSQL itself says about the schema. */
final class Catalogue {

    private static final String TABLES = """
            select relname, relrowsecurity and relforcerowsecurity,
                   exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'space_id' and not attisdropped),
                   coalesce(obj_description(pg_class.oid), '')
            from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'flyway_schema_history'
            order by relname
            """;
    private static final String POWERS = """
            select 'is superuser' from pg_roles where rolname = '%1$s' and rolsuper
            union all select 'bypasses policies' from pg_roles where rolname = '%1$s' and rolbypassrls
            union all select 'owns ' || relname from pg_class where pg_get_userbyid(relowner) = '%1$s'
            union all select 'is member of ' || roleid::regrole from pg_auth_members where member = '%1$s'::regrole
            """.formatted(EmbeddedDatabase.APP);
    private static final String WAYS_AROUND = """
            select 'view without security_invoker: ' || relname from pg_class
             where relnamespace = 'public'::regnamespace and relkind = 'v'
               and not coalesce(reloptions, '{}') @> array['security_invoker=true']
            union all select 'security definer: ' || proname from pg_proc
             where pronamespace = 'public'::regnamespace and prosecdef
            union all select 'materialised view: ' || relname from pg_class
             where relnamespace = 'public'::regnamespace and relkind = 'm'
            """;

    private Catalogue() {}

    static List<Table> tables(TestDatabase database) {
        try (Connection superuser = TestDatabase.server().superuser(database.name());
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            List<Table> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(new Table(
                        rows.getString(1), rows.getBoolean(3), rows.getBoolean(2), scopes(rows.getString(4))));
            }
            return tables;
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The catalogue could not be read", unreadable);
        }
    }

    static List<String> powersOfTheApplication(Connection superuser) throws SQLException {
        return texts(superuser, POWERS);
    }

    static List<String> waysAroundThePolicies(Connection superuser) throws SQLException {
        return texts(superuser, WAYS_AROUND);
    }

    static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Set<String> scopes(String comment) {
        return comment.startsWith("scopes: ")
                ? Set.of(comment.substring("scopes: ".length()).split(",", -1))
                : Set.of();
    }
}
