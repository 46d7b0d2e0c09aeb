package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Dispute;
import app.latchkey.sync.DisputeQuestions;
import app.latchkey.sync.ReviewAnswer.InGroup;
import app.latchkey.sync.Subject;
import app.latchkey.sync.plan.Membership;
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

/** Takes an operator's word on whom somebody else keeps taking out. Writes nothing to a partner: the next run does. */
@Service
class AnswerDisputes implements DisputeQuestions {

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final JsonText json;
    private final Disputes disputes;
    private final Ledger ledger;
    private final DueWork due;
    private final Kicks kicks;
    private final Audit audit;
    private final Clock clock;

    AnswerDisputes(
            Scopes scopes,
            JdbcClient jdbc,
            JsonText json,
            Disputes disputes,
            Ledger ledger,
            DueWork due,
            Kicks kicks,
            Audit audit,
            Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.json = json;
        this.disputes = disputes;
        this.ledger = ledger;
        this.due = due;
        this.kicks = kicks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Dispute> all(SpaceId space) {
        return scopes.inSpace(
                space, () -> jdbc.sql("""
                        select standing.platform_user, standing.group_id, standing.customer_id, standing.name,
                               coalesce(known.name, 'a group that is gone') as group_name, standing.reason, standing.since,
                               standing.because::text as because,
                               case standing.reason when 'disputed' then left_out_at is not null
                                 else coalesce(left_out_at >= standing.since, false) end as left_out
                        from standing
                        left join dispute on dispute.platform_user = standing.platform_user
                          and dispute.group_id = standing.group_id
                        left join salto_group known on known.group_id = standing.group_id
                        where standing.verdict = 'WITHHELD' and standing.platform_user is not null
                          and standing.reason in ('taken-out-by-hand', 'disputed')
                        order by left_out, standing.since, standing.name
                        """).query((row, number) -> dispute(row)).list());
    }

    @Override
    public void letIn(SpaceId space, Dispute dispute, String who) {
        Instant now = clock.instant();
        scopes.inSpace(space, () -> {
            ledger.takenOut(membership(dispute), false);
            disputes.allow(membership(dispute), now);
            record(space, who, "let somebody in again whom somebody else had taken out", dispute);
            due.insist(dispute.customer().map(Subject::customer).orElseGet(Subject::wholeSpace), now, "a dispute", now);
        });
        kicks.now();
    }

    @Override
    public void leaveOut(SpaceId space, Dispute dispute, String who) {
        scopes.inSpace(space, () -> {
            disputes.leaveOut(membership(dispute), clock.instant());
            record(space, who, "left somebody out whom somebody else had taken out", dispute);
        });
    }

    private void record(SpaceId space, String who, String what, Dispute dispute) {
        audit.record(space, who, what, Map.of("person", dispute.name(), "group", dispute.groupName()));
    }

    private Dispute dispute(ResultSet row) throws SQLException {
        long customer = row.getLong("customer_id");
        return new Dispute(
                new InGroup(
                        new PlatformUserId(row.getObject("platform_user", UUID.class)),
                        new AccessGroupId(row.getObject("group_id", UUID.class))),
                row.wasNull() ? Optional.empty() : Optional.of(new CustomerId(customer)),
                row.getString("name"),
                row.getString("group_name"),
                row.getString("reason").equals("disputed"),
                Rows.instant(row, "since").orElseThrow(),
                row.getBoolean("left_out"),
                json.becauseList(row.getString("because")));
    }

    private static Membership membership(Dispute dispute) {
        return new Membership(dispute.place().user(), dispute.place().group());
    }
}
