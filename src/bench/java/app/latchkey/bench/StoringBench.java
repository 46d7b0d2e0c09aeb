package app.latchkey.bench;

import app.latchkey.salto.GroupMember;
import app.latchkey.salto.Memberships;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Storing what was read of Salto's groups, of which one membership in a hundred is new and one gone. */
@Benchmark
class StoringBench {

    private static final int ROWS = Integer.getInteger("bench.storing.rows", 100_000);
    private static final int ROW_BY_ROW = ROWS / 50;
    private static final int GROUPS = 100;
    private static final int CHANGED = 100;
    private static final int TURNS = 7;
    private static final String UPSERT = """
        insert into salto_group_member (group_id, platform_user, name, seen_at) values (?, ?, ?, ?)
        on conflict (space_id, group_id, platform_user) do update set name = excluded.name, seen_at = excluded.seen_at
        """;

    private final TestDatabase database = TestDatabase.fresh();
    private final SpaceId space = TestSpaces.aSpace(database, "storing");
    private final Memberships memberships = new Memberships(database.jdbc());
    private final List<AccessGroupId> groups = IntStream.range(0, GROUPS)
            .mapToObj(number -> new AccessGroupId(new UUID(0xA, number)))
            .toList();
    private int ourTurn;
    private int turnOfTheBaseline;

    @Test
    void storesAReading(Report report) {
        ours(reading(0));
        Pairs copied = Pairs.measure(
                2, TURNS, () -> ours(reading(++ourTurn)), () -> copyAndMerge(reading(++turnOfTheBaseline)));
        report.add(Measure.atLeast(
                0.6,
                "P6",
                "storing a reading of %,d memberships, rows/s / COPY and MERGE".formatted(ROWS),
                copied.speedUp(),
                copied.figures()));
        List<GroupMember> few = reading(0).subList(0, ROW_BY_ROW);
        Pairs single = Pairs.measure(0, 3, () -> ours(reading(++ourTurn)), () -> rowByRow(few));
        report.add(Measure.atLeast(
                30,
                "P6",
                "the same / row by row, each committed",
                single.speedUp() * ROWS / ROW_BY_ROW,
                "%,d rows against %,d row by row: %s".formatted(ROWS, ROW_BY_ROW, single.figures())));
        report.explain(
                "P6",
                "both ways end with the same rows, in the same table with its indexes and row-level security, and fsync %s."
                        .formatted(database.jdbc()
                                .sql("show fsync")
                                .query(String.class)
                                .single()));
    }

    /** Each reading lacks one membership in a hundred of the one before, and has as many others. */
    private List<GroupMember> reading(int turn) {
        List<GroupMember> members = new ArrayList<>();
        for (int number = turn * ROWS / CHANGED; number < ROWS + turn * ROWS / CHANGED; number++) {
            members.add(new GroupMember(
                    groups.get(number % GROUPS),
                    new PlatformUserId(new UUID(0x5DEECE66DL * number, number)),
                    "Member " + number));
        }
        return members;
    }

    private void ours(List<GroupMember> reading) {
        database.scopes().inSpace(space, () -> memberships.replace(groups, reading, Instant.now()));
    }

    private void copyAndMerge(List<GroupMember> reading) {
        Sql.inSpace(database, space, connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "create temp table reading (group_id uuid, platform_user uuid, name text) on commit drop");
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy reading from stdin", new StringReader(lines(reading)));
                statement.execute("""
                    merge into salto_group_member old using reading new
                      on old.group_id = new.group_id and old.platform_user = new.platform_user
                    when matched and old.name <> new.name then update set name = new.name
                    when not matched then insert (group_id, platform_user, name, seen_at)
                      values (new.group_id, new.platform_user, new.name, now())
                    when not matched by source then delete
                    """);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static String lines(List<GroupMember> reading) {
        return reading.stream()
                .map(each -> each.group() + "\t" + each.platformUser() + "\t" + each.name() + "\n")
                .collect(Collectors.joining());
    }

    private void rowByRow(List<GroupMember> reading) {
        reading.forEach(each -> Sql.inSpace(database, space, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                upsert.setObject(1, each.group().value());
                upsert.setObject(2, each.platformUser().value());
                upsert.setString(3, each.name());
                upsert.setObject(4, Instant.now().atOffset(ZoneOffset.UTC));
                upsert.executeUpdate();
            }
        }));
    }
}
