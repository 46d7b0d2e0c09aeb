package app.latchkey.sync.read;

import app.latchkey.connection.PartnerCall;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.RunDetail;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.Runs;
import app.latchkey.sync.SourceProgress;
import app.latchkey.sync.run.JsonText;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the runs of a space did. */
@Service
class RecordedRuns implements Runs {

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final ChangeRows changes;
    private final JsonText json;

    RecordedRuns(Scopes scopes, JdbcClient jdbc, ChangeRows changes, JsonText json) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.changes = changes;
        this.json = json;
    }

    @Override
    public List<RunRow> runs(SpaceId space, boolean onlyChanged, int offset, int limit) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("""
                        select * from run where not :onlyChanged or added + removed + failed > 0 or kind = 'KEYS'
                        order by number desc offset :offset limit :limit
                        """)
                        .param("onlyChanged", onlyChanged)
                        .param("offset", offset)
                        .param("limit", limit)
                        .query((row, number) -> run(row))
                        .list());
    }

    @Override
    public Optional<RunDetail> run(SpaceId space, long number) {
        return scopes.inSpace(space, () -> {
            List<RunChangeRow> did = changes.ofRun(number);
            List<PartnerCall> calls = calls(number);
            return jdbc.sql("select * from run where number = :number")
                    .param("number", number)
                    .query((row, index) -> new RunDetail(
                            run(row), json.understood(row.getString("reads"), SourceProgress.class), did, calls))
                    .optional();
        });
    }

    @Override
    public Optional<String> json(SpaceId space, long number) {
        return run(space, number).map(json::write);
    }

    private List<PartnerCall> calls(long number) {
        return jdbc
                .sql("select calls from run_change where run = :number and calls <> '[]' order by step")
                .param("number", number)
                .query((row, index) -> json.understood(row.getString("calls"), PartnerCall.class))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    static RunRow run(ResultSet row) throws SQLException {
        return new RunRow(
                row.getLong("number"),
                Rows.named(row, "kind", RunKind.FROM_NEWER_VERSION),
                row.getString("subject"),
                List.of((String[]) row.getArray("causes").getArray()),
                Rows.instant(row, "started_at").orElseThrow(),
                Rows.instant(row, "ended_at"),
                Rows.named(row, "outcome", RunOutcome.FROM_NEWER_VERSION),
                row.getInt("added"),
                row.getInt("removed"),
                row.getInt("kept"),
                row.getInt("withheld"),
                row.getInt("held"),
                row.getInt("failed"),
                Optional.ofNullable(row.getString("trouble")));
    }
}
