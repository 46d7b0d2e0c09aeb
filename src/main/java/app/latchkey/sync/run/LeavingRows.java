package app.latchkey.sync.run;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.Leaving;
import app.latchkey.sync.Leaving.Line;
import app.latchkey.sync.Leaving.Outcome;
import app.latchkey.sync.Leaving.Stage;
import app.latchkey.sync.Leaving.TagLine;
import app.latchkey.sync.Leaving.TagOutcome;
import app.latchkey.sync.Leaving.Way;
import app.latchkey.sync.Leavings;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code leaving}, {@code leaving_line} and {@code leaving_tag}. Within a space's scope. */
@Repository
class LeavingRows {

    private static final String OURS = """
            select ledger.platform_user, ledger.group_id,
                   coalesce((select min(holder.name) from salto_user holder where holder.platform_user = ledger.platform_user),
                            (select min(member.name) from salto_group_member member
                             where member.platform_user = ledger.platform_user), 'Somebody') as name,
                   coalesce(known.name, 'A group that is gone') as group_name
            from ledger left join salto_group known using (space_id, group_id)
            where ownership in ('OURS', 'ADOPTED')
            """;

    private final JdbcClient jdbc;

    LeavingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A group membership that is still to be ended. */
    record Due(Membership membership, String name) {}

    List<Leavings.Ours> ours() {
        return jdbc.sql("select * from (" + OURS + ") ours order by lower(name), natural_order(group_name)")
                .query((row, number) -> new Leavings.Ours(row.getString("name"), row.getString("group_name")))
                .list();
    }

    List<Leavings.OurTag> ourTags() {
        return jdbc.sql("select name, tag_number from tag_ledger order by lower(name), tag_number")
                .query((row, number) -> new Leavings.OurTag(row.getString("name"), row.getString("tag_number")))
                .list();
    }

    Optional<Leaving> latest() {
        return jdbc.sql("select * from leaving order by number desc limit 1")
                .query((row, number) -> leaving(row))
                .optional();
    }

    private Leaving leaving(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return new Leaving(
                number,
                Way.valueOf(row.getString("way")),
                Rows.instant(row, "due_at").orElseThrow(),
                Rows.instant(row, "begun_at").orElseThrow(),
                Stage.valueOf(row.getString("state")),
                Rows.instant(row, "done_at"),
                Optional.ofNullable(row.getString("left_over")),
                lines(number),
                tags(number));
    }

    private List<TagLine> tags(int number) {
        return jdbc.sql("""
                        select name, tag_number, outcome, at from leaving_tag where number = :number
                        order by lower(name), tag_number
                        """)
                .param("number", number)
                .query((row, index) -> new TagLine(
                        row.getString("name"),
                        row.getString("tag_number"),
                        TagOutcome.valueOf(row.getString("outcome")),
                        Rows.instant(row, "at").orElseThrow()))
                .list();
    }

    private List<Line> lines(int number) {
        return jdbc.sql("""
                        select name, group_name, outcome, at from leaving_line where number = :number
                        order by lower(name), natural_order(group_name), platform_user
                        """)
                .param("number", number)
                .query((row, index) -> new Line(
                        row.getString("name"),
                        row.getString("group_name"),
                        Outcome.valueOf(row.getString("outcome")),
                        Rows.instant(row, "at").orElseThrow()))
                .list();
    }

    /** False when the space is leaving already. */
    boolean begin(Way way, Instant dueAt, Instant now) {
        return jdbc.sql("""
                        insert into leaving (number, way, due_at, begun_at, state)
                        select coalesce(max(number), 0) + 1, :way, :due, :now, 'WAITING' from leaving
                        on conflict do nothing
                        """)
                        .param("way", way.name())
                        .param("due", Rows.at(dueAt))
                        .param("now", Rows.at(now))
                        .update()
                == 1;
    }

    boolean stay() {
        return jdbc.sql("delete from leaving where state = 'WAITING'").update() == 1;
    }

    /** From here on the space is looked after no more; what was ours by now is what the receipt names. */
    void go(Leaving leaving, Instant now) {
        jdbc.sql("""
                        insert into leaving_line (number, platform_user, group_id, name, group_name, outcome, at)
                        select :number, platform_user, group_id, name, group_name, :outcome, :now from (
                        """ + OURS + ") ours")
                .param("number", leaving.number())
                .param("outcome", (leaving.way() == Way.KEEP ? Outcome.KEPT : Outcome.DUE).name())
                .param("now", Rows.at(now))
                .update();
        jdbc.sql("""
                        insert into leaving_tag (number, tag_number, platform_user, customer_id, name, outcome, at)
                        select :number, tag_number, platform_user, customer_id, name, :outcome, :now from tag_ledger
                        """)
                .param("number", leaving.number())
                .param("outcome", (leaving.way() == Way.KEEP ? TagOutcome.KEPT : TagOutcome.DUE).name())
                .param("now", Rows.at(now))
                .update();
        jdbc.sql("update leaving set state = 'GOING' where number = ?")
                .param(leaving.number())
                .update();
        jdbc.sql("update space set setup = 'SALTO', mode = 'WATCH', paused_at = null"
                        + " where space_id = current_setting('latchkey.space')::uuid")
                .update();
    }

    List<Due> due(int number) {
        return jdbc.sql("""
                        select platform_user, group_id, name from leaving_line
                        where number = :number and outcome = 'DUE' order by group_id, name, platform_user
                        """)
                .param("number", number)
                .query((row, index) -> new Due(Rows.membership(row), row.getString("name")))
                .list();
    }

    void ended(int number, Membership membership, Outcome outcome, Instant now) {
        jdbc.sql("""
                        update leaving_line set outcome = :outcome, at = :now
                        where number = :number and platform_user = :user and group_id = :group
                        """)
                .param("outcome", outcome.name())
                .param("now", Rows.at(now))
                .param("number", number)
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .update();
    }

    List<Tags.Ours> dueTags(int number) {
        return jdbc.sql("""
                        select tag_number, platform_user, customer_id, name from leaving_tag
                        where number = :number and outcome = 'DUE' order by tag_number
                        """)
                .param("number", number)
                .query((row, index) -> new Tags.Ours(
                        row.getString("tag_number"),
                        new PlatformUserId(row.getObject("platform_user", UUID.class)),
                        new CustomerId(row.getLong("customer_id")),
                        row.getString("name"),
                        true))
                .list();
    }

    /**
     * Whether we had begun to take this tag back since the space began to leave. When we died in between, or Salto was slow to let go, nobody else
     * has taken it.
     */
    boolean hadBegunToTake(int number, Journal.Line step) {
        return jdbc.sql("""
                        select exists (
                          select from run_change join run on run.number = run_change.run
                          where what = 'TAKE_TAG' and state in ('INTENDED', 'FAILED') and platform_user = :user and name = :name
                            and run.kind = 'LEAVING' and run.started_at >= (select begun_at from leaving where number = :number))
                        """)
                .param("user", Objects.requireNonNull(step.user()).value())
                .param("name", step.name())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    void ended(int number, Tags.Ours tag, TagOutcome outcome, Instant now) {
        jdbc.sql("update leaving_tag set outcome = :outcome, at = :now where number = :number and tag_number = :tag")
                .param("outcome", outcome.name())
                .param("now", Rows.at(now))
                .param("number", number)
                .param("tag", tag.number())
                .update();
    }

    void leftOver(int number, String words) {
        jdbc.sql("update leaving set left_over = :words where number = :number")
                .param("words", words)
                .param("number", number)
                .update();
    }

    /** What was known of people and doors is of no more use; runs, past access, matches and the receipt stay. */
    void done(int number, Instant now) {
        List.of(
                        "standing",
                        "standing_link",
                        "entitlement",
                        "forecast",
                        "absence",
                        "review",
                        "space_health",
                        "group_claim",
                        "salto_site_use",
                        "changes_read",
                        "tag_ledger",
                        "card_standing",
                        "salto_key",
                        "due_work")
                .forEach(table -> jdbc.sql(
                                "delete from " + table + " where space_id = current_setting('latchkey.space')::uuid")
                        .update());
        jdbc.sql("update held_plan set state = 'SUPERSEDED', decided_at = :now where state = 'OPEN'")
                .param("now", Rows.at(now))
                .update();
        jdbc.sql("update leaving set state = 'DONE', done_at = :now where number = :number")
                .param("now", Rows.at(now))
                .param("number", number)
                .update();
    }
}
