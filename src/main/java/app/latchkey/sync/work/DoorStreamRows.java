package app.latchkey.sync.work;

import app.latchkey.salto.StreamState;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code door_stream}. Each method names the scope it runs in. A node that has lost a stream to another changes nothing. */
@Repository
class DoorStreamRows {

    /** A space whose stream this node listens to from now on, and how often it could not be had or kept since it last could. */
    record Claim(SpaceId space, int failures) {}

    private final JdbcClient jdbc;

    DoorStreamRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** System: takes spaces to which nobody listens and that are to be listened to now, for {@code length}. */
    List<Claim> claim(String node, Duration length, int most) {
        return jdbc.sql("""
            insert into door_stream (space_id, holder, expires_at)
            select space_id, :node, clock_timestamp() + make_interval(secs => :seconds) from space
            where setup = 'DONE' and paused_at is null and not exists (
              select from door_stream known
              where known.space_id = space.space_id and greatest(known.expires_at, known.not_before) > clock_timestamp())
            limit :most
            on conflict (space_id) do update set holder = excluded.holder, expires_at = excluded.expires_at
            where greatest(door_stream.expires_at, door_stream.not_before) <= clock_timestamp()
            returning space_id, failures
            """)
                .param("node", node)
                .param("seconds", seconds(length))
                .param("most", most)
                .query((row, number) ->
                        new Claim(new SpaceId(row.getObject("space_id", UUID.class)), row.getInt("failures")))
                .list();
    }

    /** Space: holds on for as long again. False when another node listens, or there is nothing to listen to any more. */
    boolean extend(SpaceId space, String node, Duration length) {
        return jdbc.sql("""
            update door_stream set expires_at = clock_timestamp() + make_interval(secs => :seconds)
            where space_id = :space and holder = :node and expires_at > clock_timestamp()
              and exists (select from space where space.space_id = :space and setup = 'DONE' and paused_at is null)
              and exists (select from connection where connection.space_id = :space and partner = 'SALTO'
                            and state in ('CONNECTED', 'PARTNER_SILENT') and place is not null)
            """)
                        .param("seconds", seconds(length))
                        .param("space", space.value())
                        .param("node", node)
                        .update()
                == 1;
    }

    /** Space: the stream is there. */
    void live(SpaceId space, String node, Instant now) {
        jdbc.sql("update door_stream set state = 'LIVE', since = :now where space_id = :space and holder = :node")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("space", space.value())
                .param("node", node)
                .update();
    }

    /** Space: nobody listens before {@code rest} is over. How it stands is since {@code now}, unless it stood so before. */
    void ended(SpaceId space, String node, StreamState state, int failures, Duration rest, Instant now) {
        jdbc.sql("""
            update door_stream set holder = '', expires_at = '-infinity', failures = :failures,
              not_before = clock_timestamp() + make_interval(secs => :seconds),
              since = case when state = :state then since else :now end, state = :state
            where space_id = :space and holder = :node
            """)
                .param("failures", failures)
                .param("seconds", seconds(rest))
                .param("state", state.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("space", space.value())
                .param("node", node)
                .update();
    }

    /** Space: there is nothing to listen to for now. */
    void forget(SpaceId space, String node, Duration rest) {
        jdbc.sql("""
            update door_stream set holder = '', expires_at = '-infinity', failures = 0, state = null, since = null,
              not_before = clock_timestamp() + make_interval(secs => :seconds)
            where space_id = :space and holder = :node
            """)
                .param("seconds", seconds(rest))
                .param("space", space.value())
                .param("node", node)
                .update();
    }

    /** Space: another node may listen at once. */
    void release(SpaceId space, String node) {
        jdbc.sql(
                        "update door_stream set holder = '', expires_at = '-infinity' where space_id = :space and holder = :node")
                .param("space", space.value())
                .param("node", node)
                .update();
    }

    /** System: where nobody listens any more, nothing is to be said of it. */
    void clear() {
        jdbc.sql("delete from door_stream").update();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
