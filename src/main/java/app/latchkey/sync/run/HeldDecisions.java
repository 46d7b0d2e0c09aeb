package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Approval;
import app.latchkey.sync.DecidedBy;
import app.latchkey.sync.Decisions;
import app.latchkey.sync.OpenDecision;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Kicks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;

/** The held plans as an operator sees and decides them. */
@Service
class HeldDecisions implements Decisions {

    private static final TypeReference<List<OpenDecision.Line>> LINES = new TypeReference<>() {};

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final JsonText json;
    private final DueWork due;
    private final Kicks kicks;
    private final TeamNames team;
    private final Audit audit;
    private final Clock clock;

    HeldDecisions(
            Scopes scopes,
            JdbcClient jdbc,
            JsonText json,
            DueWork due,
            Kicks kicks,
            TeamNames team,
            Audit audit,
            Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.json = json;
        this.due = due;
        this.kicks = kicks;
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<OpenDecision> open(SpaceId space) {
        return scopes.inSpace(
                space, () -> jdbc.sql("""
                        select plan_id, fingerprint, coalesce(held_since, opened_at) as held_since, shown from held_plan
                        where state = 'OPEN' order by held_since
                        """).query((row, number) -> decision(row)).list());
    }

    @Override
    public Approval approve(SpaceId space, UUID plan, String fingerprint, AccountId by) {
        Instant now = clock.instant();
        Approval approval = scopes.inSpace(space, () -> decide(space, plan, fingerprint, by, now));
        if (approval == Approval.APPROVED) {
            kicks.now();
        }
        return approval;
    }

    @Override
    public Optional<DecidedBy> decidedBy(SpaceId space, UUID plan) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("""
                        select decided_by, decided_at from held_plan
                        where plan_id = :plan and state = 'APPROVED' and decided_by is not null
                        """)
                        .param("plan", plan)
                        .query((row, number) -> new DecidedBy(
                                team.of(new AccountId(row.getObject("decided_by", UUID.class))),
                                Rows.instant(row, "decided_at").orElseThrow()))
                        .optional());
    }

    private Approval decide(SpaceId space, UUID plan, String fingerprint, AccountId by, Instant now) {
        Optional<String> open = jdbc.sql(
                        "select fingerprint from held_plan where plan_id = ? and state = 'OPEN' for update")
                .param(plan)
                .query(String.class)
                .optional();
        if (open.isEmpty()) {
            return Approval.DECIDED;
        }
        if (!open.get().equals(fingerprint)) {
            return Approval.CHANGED;
        }
        jdbc.sql("update held_plan set state = 'APPROVED', decided_at = ?, decided_by = ? where plan_id = ?")
                .param(Rows.at(now))
                .param(by.value())
                .param(plan)
                .update();
        audit.record(space, team.of(by), "approved a held plan", Map.of("plan", plan.toString()));
        due.insist(Subject.wholeSpace(), now, "a held plan was approved", now);
        return Approval.APPROVED;
    }

    private OpenDecision decision(ResultSet row) throws SQLException {
        List<OpenDecision.Line> lines = json.read(row.getString("shown"), LINES);
        int grants = (int) lines.stream().filter(OpenDecision.Line::grant).count();
        return new OpenDecision(
                row.getObject("plan_id", UUID.class),
                row.getString("fingerprint"),
                Rows.instant(row, "held_since").orElseThrow(),
                grants,
                lines.size() - grants,
                lines);
    }
}
