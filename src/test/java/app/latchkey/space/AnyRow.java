package app.latchkey.space;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** Makes a row for any table out of its column types, in a database whose constraints no longer matter. */
final class AnyRow {

    private static final String CONSTRAINTS = """
            select format('alter table %%s drop constraint %%I cascade', conrelid::regclass, conname)
            from pg_constraint where connamespace = 'public'::regnamespace and contype in (%s)
            order by contype = 'p'
            """;
    private static final String INDEXES = "select format('drop index if exists %s', indexrelid::regclass) from pg_index"
            + " where indisunique and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history')";
    private static final String FILLED = """
            select format('insert into %I (%s) values (%s)', '%TABLE%',
              string_agg(quote_ident(attname), ', ' order by attnum),
              string_agg(case
                when attname = 'space_id' then quote_literal('%SPACE%') || '::uuid'
                when typname = 'uuid' then quote_literal('%SPACE%') || '::uuid'
                when typname in ('int2', 'int4', 'int8', 'numeric', 'float8') then '1'
                when typname = 'bool' then 'true'
                when typname in ('timestamptz', 'timestamp', 'date') then 'now()'
                when typname = 'time' then '''00:00'''
                when typname = 'interval' then '''1 minute'''
                when typname in ('json', 'jsonb') then '''{}'''
                when typname = 'bytea' then '''x'''
                when typname = 'tstzrange' then '''[2026-01-01,2026-01-02)'''
                when typname like '\\_%' then '''{}'''
                else '''x''' end, ', ' order by attnum))
            from pg_attribute join pg_type on pg_type.oid = atttypid
            where attrelid = '%TABLE%'::regclass and attnum > 0 and not attisdropped
              and attgenerated = '' and attidentity <> 'a'
            """;

    private AnyRow() {}

    static void dropConstraints(Connection superuser) throws SQLException {
        execute(superuser, Catalogue.texts(superuser, CONSTRAINTS.formatted("'f', 'c', 'x', 'u', 'p'")));
        execute(superuser, Catalogue.texts(superuser, INDEXES));
    }

    /** Leaves the keys, by which statements upsert. */
    static void dropChecks(Connection superuser) throws SQLException {
        execute(superuser, Catalogue.texts(superuser, CONSTRAINTS.formatted("'f', 'c', 'x'")));
    }

    static void insert(Connection superuser, String table, UUID space) throws SQLException {
        String maker = FILLED.replace("%TABLE%", table).replace("%SPACE%", space.toString());
        execute(superuser, Catalogue.texts(superuser, maker));
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
