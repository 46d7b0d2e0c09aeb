package app.latchkey.bench;

import app.latchkey.salto.GroupMember;
import app.latchkey.salto.Memberships;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sandbox.postgres.EmbeddedDatabase;

/** What it costs that PostgreSQL itself keeps the spaces apart. */
@Benchmark
class RowSecurityBench {

    private static final int SPACES = 50;
    private static final int ROWS = 4_000;
    private static final int QUERIES = 2_000;
    private static final int TURNS = 31;
    private static final String GUARDED = "select group_id from salto_group_member where platform_user = ?";
    private static final String EXPLICIT =
            "select group_id from unguarded_member where space_id = ? and platform_user = ?";

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void costsAsMuchAsSayingItInEachQuery(Report report) {
        List<SpaceId> spaces = IntStream.range(0, SPACES)
                .mapToObj(number -> TestSpaces.aSpace(database, "space-" + number))
                .toList();
        spaces.forEach(this::fill);
        copyWithoutPolicies();
        SpaceId space = spaces.get(SPACES / 2);
        Pairs pairs = Pairs.measure(3, TURNS, () -> query(space, GUARDED, false), () -> query(space, EXPLICIT, true));
        report.add(Measure.atMost(
                1.05,
                "P12",
                "indexed query with row-level security / with an explicit predicate",
                pairs.ratio(),
                "%,d prepared queries a turn, %s".formatted(QUERIES, pairs.figures())));
        report.explain("P12", """
            the groups of one Salto user, of %d spaces with %,d memberships each; the baseline asks a copy of the table with the same
            index and no policy.
            """.formatted(SPACES, ROWS));
    }

    private void fill(SpaceId space) {
        List<GroupMember> members = IntStream.range(0, ROWS)
                .mapToObj(number -> new GroupMember(
                        new AccessGroupId(new UUID(0xA, number % 20)), user(number / 4), "Member " + number))
                .toList();
        database.scopes()
                .inSpace(space, () -> new Memberships(database.jdbc()).replace(List.of(), members, Instant.now()));
    }

    private static PlatformUserId user(int number) {
        return new PlatformUserId(new UUID(0xB, number));
    }

    private void copyWithoutPolicies() {
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                database.jdbcUrl(), EmbeddedDatabase.OWNER, EmbeddedDatabase.OWNER_PASSWORD));
        owner.sql("create table unguarded_member (like salto_group_member including all)")
                .update();
        owner.sql("grant select, insert on unguarded_member to " + EmbeddedDatabase.APP)
                .update();
        copyRows();
        owner.sql("vacuum analyze").update();
    }

    /** Space by space, because nobody may read more at once. */
    private void copyRows() {
        List<SpaceId> all = database.scopes()
                .inSystem(() -> database.jdbc()
                        .sql("select space_id from space")
                        .query((row, number) -> new SpaceId(row.getObject("space_id", UUID.class)))
                        .list());
        all.forEach(space -> database.scopes()
                .inSpace(
                        space,
                        () -> database.jdbc()
                                .sql("insert into unguarded_member select * from salto_group_member")
                                .update()));
    }

    private void query(SpaceId space, String sql, boolean withSpace) {
        Sql.inSpace(database, space, connection -> query(connection, space, sql, withSpace));
    }

    private static void query(Connection connection, SpaceId space, String sql, boolean withSpace) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number = 0; number < QUERIES; number++) {
                if (withSpace) {
                    statement.setObject(1, space.value());
                }
                statement.setObject(withSpace ? 2 : 1, user(number % (ROWS / 4)).value());
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new AssertionError("A Salto user of the space was not found");
                    }
                }
            }
        }
    }
}
