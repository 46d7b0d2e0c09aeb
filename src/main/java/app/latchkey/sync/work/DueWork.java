package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Subject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The one queue. Each method names the scope it runs in; opening it is the caller's. A space's statements name the space all the same: what
 * row-level security allows here depends on the kind of scope, so that PostgreSQL finds no index by it, and would read every other space's rows.
 */
@Repository
public class DueWork {

    /** As {@link Lane#of(List)} does: false before true. */
    private static final String LANES = """
            case when :ends = any (causes) then array_remove(causes, :hint) else causes end <@ :removals::text[],
            causes <@ :repair::text[]""";

    /** What a reading of everything cannot settle. */
    private static final String[] ALONE = {Causes.MISSING, Causes.SECOND_LOOK};

    private static final String DUE_BUT_NOT_ALONE = """
            from due_work
            where space_id = :space and greatest(due_at, not_before) <= :now and subject like 'customer:%'
              and not causes <@ :alone::text[]
            """;

    private final JdbcClient jdbc;

    DueWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Space: the subject is due at {@code at} or earlier. What partners asked us to wait stays. Tells the other nodes. */
    public void add(Subject subject, Instant at, String cause, Instant now) {
        upsert(subject, at, cause, now, "due_work.not_before");
    }

    /** As {@link #add}, for a person's wish: it waits for nobody. */
    public void insist(Subject subject, Instant at, String cause, Instant now) {
        upsert(subject, at, cause, now, "null");
    }

    /** Space: as {@link #add}, where the row is to stay as it is when it is due by then anyway. */
    public void foresee(Subject subject, Instant at, String cause, Instant now) {
        jdbc.sql("""
            insert into due_work (subject, due_at, causes, since)
            values (:subject, :at, array[:cause], :now)
            on conflict (space_id, subject) do update set due_at = excluded.due_at, causes = excluded.causes
            where due_work.due_at > excluded.due_at
            """)
                .param("subject", subject.key())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("cause", cause)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Space: as {@link #add} for many at once, due now, in one statement, which gives up soon where somebody holds one of their rows. The transaction
     * does not wait for the disk.
     *
     * @param causes of each subject, at most ten are kept
     * @throws DataAccessException when it has given up: nothing is kept
     */
    public void hint(Map<Subject, Set<String>> causes, Instant now) {
        jdbc.sql("select set_config('lock_timeout', '300ms', true), set_config('synchronous_commit', 'off', true)")
                .query((row, number) -> true)
                .list();
        upsert(causes, now, now, "due_work.not_before");
    }

    private void upsert(Subject subject, Instant at, String cause, Instant now, String notBefore) {
        upsert(Map.of(subject, Set.of(cause)), at, now, notBefore);
    }

    private void upsert(Map<Subject, Set<String>> causes, Instant at, Instant now, String notBefore) {
        List<String> subjects = new ArrayList<>();
        List<String> each = new ArrayList<>();
        causes.forEach((subject, of) -> of.forEach(cause -> {
            subjects.add(subject.key());
            each.add(cause);
        }));
        jdbc.sql("""
            insert into due_work (subject, due_at, causes, since)
            select subject, :at, (array_agg(cause order by number))[1\\:10], :now
            from unnest(:subjects::text[], :causes::text[]) with ordinality as wish (subject, cause, number)
            group by subject order by subject
            on conflict (space_id, subject) do update set
              due_at = least(due_work.due_at, excluded.due_at),
              version = due_work.version + 1,
              not_before = %s,
              causes = (select due_work.causes[1\\:10 - count(*)::integer] || coalesce(array_agg(cause), '{}')
                        from unnest(excluded.causes) cause where cause <> all (due_work.causes))
            """.formatted(notBefore))
                .param("subjects", subjects.toArray(String[]::new))
                .param("causes", each.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("select pg_notify('latchkey_due', '')")
                .query((row, number) -> true)
                .list();
    }

    /** Space: what is due for single customers, by {@link Lane}s; in each whoever waits longest first. */
    public List<Due> dueCustomers(SpaceId space, Instant now, int limit) {
        return due(space, "subject like 'customer:%'", LANES + ", due_at", now, limit);
    }

    /** Space: what is due for single customers, whoever waits longest first. */
    public List<Due> longestDue(SpaceId space, Instant now, int limit) {
        return due(space, "subject like 'customer:%'", "due_at", now, limit);
    }

    /** Space: what is to be read of more than one customer, the whole space last. */
    public List<Due> dueReadings(SpaceId space, Instant now, int limit) {
        return due(space, "subject not like 'customer:%'", "subject = 'space', due_at", now, limit);
    }

    private List<Due> due(SpaceId space, String which, String order, Instant now, int limit) {
        return jdbc.sql("""
            select subject, version, attempts, causes from due_work
            where space_id = :space and greatest(due_at, not_before) <= :now and %s
            order by %s limit :limit
            """.formatted(which, order))
                .param("space", space.value())
                .param("ends", Causes.ENDS)
                .param("hint", Causes.HINT)
                .param("removals", Lane.REMOVALS.andLater())
                .param("repair", Lane.REPAIR.andLater())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> due(space, row))
                .list();
    }

    /**
     * Space: where more than {@code most} customers are due, one reading of everything comes in place of them all. Whoever a reading has lacked
     * is due still: only a look at him alone can say that he is gone.
     *
     * @return whether it does
     */
    public boolean gather(SpaceId space, int most, Instant now) {
        boolean many = jdbc.sql("select count(*) > :most from (select " + DUE_BUT_NOT_ALONE + " limit :most + 1) due")
                .param("space", space.value())
                .param("alone", ALONE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Boolean.class)
                .single();
        if (many) {
            add(Subject.wholeSpace(), now, Causes.MANY, now);
            jdbc.sql("delete " + DUE_BUT_NOT_ALONE)
                    .param("space", space.value())
                    .param("alone", ALONE)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return many;
    }

    /** Space: true when nothing came in since the claim; otherwise the row stays due, behind those that have waited longer. */
    public boolean done(Due due, Instant now) {
        boolean done =
                jdbc.sql("delete from due_work where space_id = :space and subject = :subject and version = :version")
                                .param("space", due.space().value())
                                .param("subject", due.subject().key())
                                .param("version", due.version())
                                .update()
                        == 1;
        if (!done) {
            jdbc.sql(
                            "update due_work set due_at = greatest(due_at, :now) where space_id = :space and subject = :subject")
                    .param("space", due.space().value())
                    .param("subject", due.subject().key())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return done;
    }

    /** Space: not again before then, whatever wakes it. */
    public void postpone(Due due, Instant notBefore) {
        jdbc.sql("""
            update due_work set attempts = attempts + 1, not_before = greatest(not_before, :notBefore)
            where space_id = :space and subject = :subject
            """)
                .param("space", due.space().value())
                .param("subject", due.subject().key())
                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Space: not before {@code at}, unless anything came in since the claim. */
    public void defer(Due due, Instant at) {
        jdbc.sql("""
            update due_work set due_at = greatest(due_at, :at)
            where space_id = :space and subject = :subject and version = :version
            """)
                .param("space", due.space().value())
                .param("subject", due.subject().key())
                .param("version", due.version())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Space: never again by itself. Whatever comes in makes it due as ever, also what came in since the claim. */
    public void rest(Due due) {
        jdbc.sql("""
            update due_work set attempts = attempts + 1,
              due_at = case when version = :version then 'infinity' else due_at end
            where space_id = :space and subject = :subject
            """)
                .param("space", due.space().value())
                .param("subject", due.subject().key())
                .param("version", due.version())
                .update();
    }

    /** System: spaces with due work that nobody but {@code node} serves now, longest unserved first. */
    public List<DueSpace> spaces(Instant now, String node) {
        return jdbc.sql("""
            select due.* from (
              select space_id, bool_or(subject like 'customer:%') as customers,
                min(greatest(due_at, not_before)) filter (where subject not like 'customer:%') as readings
              from due_work where greatest(due_at, not_before) <= :now group by space_id) due
            left join space_lease lease using (space_id)
            where lease.expires_at is null or lease.expires_at < clock_timestamp() or lease.holder = :node
            order by lease.served_at nulls first, due.space_id
            """)
                .param("node", node)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new DueSpace(
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        row.getBoolean("customers"),
                        Optional.ofNullable(row.getTimestamp("readings")).map(Timestamp::toInstant)))
                .list();
    }

    /** System: when the next row is due, over all spaces. */
    public Optional<Instant> earliest() {
        return jdbc.sql("select min(greatest(due_at, not_before)) as at from due_work where due_at < 'infinity'")
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }

    private static Due due(SpaceId space, ResultSet row) throws SQLException {
        Array causes = row.getArray("causes");
        return new Due(
                space,
                Subject.of(row.getString("subject")),
                row.getLong("version"),
                row.getInt("attempts"),
                List.of((String[]) causes.getArray()));
    }
}
