package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.postgres.EmbeddedDatabase;

/** What PostgreSQL reads for one person, in a small space and in a large one beside it. */
@WithProduct
class RowsReadIT {

    private static final CustomerId ONE = new CustomerId(17);

    /** Customer n is Salto user n, in group n modulo 10, with a contract, as the ledger knows; every twentieth shares an address. */
    private static final List<String> A_SPACE_OF = List.of("""
            insert into nexudus_customer (id, unique_id, user_id, full_name, email_norm, active, archived, access_cards, seen_at)
            select n, gen_random_uuid(), n, 'Customer ' || n,
                   case when n % 20 = 17 and n <= 40 then 'shared@example.com' else n || '@example.com' end,
                   true, false, '', now() from generate_series(1, :size) n
            """, """
            insert into salto_user (site_user, platform_user, name, email_norm, has_profile, blocked, subscribed, roles,
                                    uses_pin, seen_at)
            select md5('site' || n)::uuid, md5('user' || n)::uuid, 'User ' || n, n || '@example.com', true, false, true, '',
                   false, now() from generate_series(1, :size) n
            """, """
            insert into link (space_id, customer_id, platform_user_id, site_user_id, evidence, linked_at)
            select current_setting('latchkey.space')::uuid, n, md5('user' || n)::uuid, md5('site' || n)::uuid, 'SAME_EMAIL',
                   now() from generate_series(1, :size) n
            """, """
            insert into salto_group (group_id, name, has_schedule, always_open, seen_at)
            select md5('group' || n)::uuid, 'Group ' || n, true, true, now() from generate_series(0, 9) n where :size > 0
            """, """
            insert into salto_group_member (group_id, platform_user, name, seen_at)
            select md5('group' || n % 10)::uuid, md5('user' || n)::uuid, 'User ' || n, now() from generate_series(1, :size) n
            """, """
            insert into ledger (platform_user, group_id, ownership, since, since_run, confirmed_at)
            select md5('user' || n)::uuid, md5('group' || n % 10)::uuid, 'OURS', now(), 1, now()
            from generate_series(1, :size) n
            """, """
            insert into ledger_reason (platform_user, group_id, customer_id, during, because)
            select md5('user' || n)::uuid, md5('group' || n % 10)::uuid, n, tstzrange(now(), null), cast(:because as jsonb)
            from generate_series(1, :size) n
            """, """
            insert into entitlement (customer_id, group_id, during, because)
            select n, md5('group' || n % 10)::uuid, tstzrange(now(), null), cast(:because as jsonb) from generate_series(1, :size) n
            """, """
            insert into standing (person, group_id, customer_id, platform_user, name, verdict, because, since, run)
            select 'user ' || md5('user' || n)::uuid, md5('group' || n % 10)::uuid, n, md5('user' || n)::uuid, 'User ' || n,
                   'IN', '[]', now(), 1 from generate_series(1, :size) n
            """, """
            insert into forecast (platform_user, group_id, ends_at)
            select md5('user' || n)::uuid, md5('group' || n % 10)::uuid, now() from generate_series(1, :size) n
            """);

    private static final Because CONTRACT = new Because.Contracted(
            1, new NamedItem(ItemId.office(12), "Office 12"), Instant.parse("2026-01-01T00:00:00Z"));

    private final RunningProduct product;
    private final TestDatabase database;
    private final Scopes scopes;
    private final JdbcClient jdbc;

    RowsReadIT(RunningProduct product) {
        this.product = product;
        database = product.database();
        scopes = product.bean(Scopes.class);
        jdbc = product.bean(JdbcClient.class);
    }

    @Test
    void readsNoMoreForOnePersonWhereThereAreTwoThousand() throws SQLException {
        SpaceId small = aSpaceOf(40);
        SpaceId large = aSpaceOf(2000);
        countForThePlanner();

        long ofSmall = rowsRead(small);
        long ofLarge = rowsRead(large);

        assertThat(ofSmall).isPositive();
        assertThat(ofLarge).isLessThanOrEqualTo(ofSmall + 20);
        assertThat(ofLarge).isLessThan(500);
    }

    private long rowsRead(SpaceId space) {
        return scopes.inSpace(space, () -> {
            long before = counted();
            Situation situation = product.bean(Situations.class).around(space, Set.of(ONE));
            assertThat(situation.customers())
                    .containsKeys(ONE, new CustomerId(37))
                    .hasSize(2);
            Set<PlatformUserId> users = situation.usersOf(Set.of(ONE));
            product.bean(Entitled.class).of(Set.of(ONE));
            product.bean(Standings.class).before(Set.of(ONE), users);
            product.bean(OpenIntents.class).before(1);
            return counted() - before;
        });
    }

    /** Rows that this transaction has read so far. */
    private long counted() {
        return jdbc.sql("""
                        select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))
                        from pg_stat_xact_user_tables
                        """).query(Long.class).single();
    }

    /** As autovacuum does by and by; it is the tables' owner's to do. */
    private void countForThePlanner() throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        database.jdbcUrl(), EmbeddedDatabase.OWNER, EmbeddedDatabase.OWNER_PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute("analyze");
        }
    }

    private SpaceId aSpaceOf(int size) {
        SpaceId space = TestSpaces.aSpace(database, "rows-" + size + "-" + UUID.randomUUID());
        String because = product.bean(JsonText.class).because(CONTRACT);
        scopes.inSpace(
                space,
                () -> A_SPACE_OF.forEach(sql -> jdbc.sql(sql)
                        .param("size", size)
                        .param("because", because)
                        .update()));
        return space;
    }
}
