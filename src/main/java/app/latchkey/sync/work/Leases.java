package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who serves which space: one holder at a time, by the database's clock. */
@Repository
public class Leases {

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Duration length;
    private final Duration silence;

    /**
     * @param length how long a lease lasts that nobody extends: so long a space waits when the node dies that serves it
     * @param silence how long nobody may hold a space before nothing is known of it
     */
    Leases(
            JdbcClient jdbc,
            Scopes scopes,
            @Value("${latchkey.sync.lease:30s}") Duration length,
            @Value("${latchkey.sync.silence:2h}") Duration silence) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.length = length;
        this.silence = silence;
    }

    /** How long each lease lasts from its beginning, or from when it was extended last. */
    Duration length() {
        return length;
    }

    /**
     * Empty while somebody else holds it. A holder may take its own back, which it could not release because the database was away: a node
     * serves a space once at a time, and the epoch ends whatever the earlier lease was still good for. A long time without any holder is
     * remembered until {@link #noticed}: also when this holder dies before it can say so.
     */
    public Optional<Lease> acquire(SpaceId space, String holder) {
        long asked = System.nanoTime();
        return scopes.inSystem(() -> jdbc.sql("""
                        insert into space_lease (space_id, holder, epoch, expires_at)
                        values (:space, :holder, 1, clock_timestamp() + make_interval(secs => :seconds))
                        on conflict (space_id) do update set
                          holder = excluded.holder, epoch = space_lease.epoch + 1, expires_at = excluded.expires_at,
                          silent_since = coalesce(space_lease.silent_since, (
                            select last.held from (select greatest(space_lease.served_at, space_lease.expires_at) as held) last
                            where last.held > '-infinity'
                              and last.held < clock_timestamp() - make_interval(secs => :silence)))
                        where space_lease.expires_at < clock_timestamp() or space_lease.holder = excluded.holder
                        returning epoch, silent_since is not null as silent
                        """)
                .param("space", space.value())
                .param("holder", holder)
                .param("seconds", length.toSeconds())
                .param("silence", silence.toSeconds())
                .query((row, number) ->
                        new Lease(space, holder, row.getLong("epoch"), asked, length, row.getBoolean("silent")))
                .optional());
    }

    /** Within the space's scope: somebody has drawn the conclusions from the silence, and another begins. */
    public void noticed(SpaceId space) {
        jdbc.sql("update space_lease set silent_since = null, served_at = clock_timestamp() where space_id = ?")
                .param(space.value())
                .update();
    }

    /** False when it has been taken over. */
    public boolean extend(Lease lease) {
        long asked = System.nanoTime();
        boolean held = scopes.inSystem(() -> jdbc.sql("""
                        update space_lease set expires_at = clock_timestamp() + make_interval(secs => :seconds)
                        where space_id = :space and epoch = :epoch and expires_at > clock_timestamp()
                        """)
                        .param("seconds", length.toSeconds())
                        .param("space", lease.space().value())
                        .param("epoch", lease.epoch())
                        .update()
                == 1);
        if (held) {
            lease.extendedAt(asked);
        } else {
            lease.lose();
        }
        return held;
    }

    /** Ends it, and remembers that the space was served now. */
    public void release(Lease lease) {
        scopes.inSystem(() -> jdbc.sql("""
                        update space_lease set expires_at = '-infinity', served_at = clock_timestamp()
                        where space_id = :space and epoch = :epoch
                        """)
                .param("space", lease.space().value())
                .param("epoch", lease.epoch())
                .update());
    }

    /**
     * Runs within the space's scope, in the transaction that writes: until its end nobody can take the lease over.
     *
     * @throws LeaseLost when somebody has
     */
    public void requireHeld(Lease lease) {
        boolean held = jdbc.sql("""
                        select true from space_lease
                        where space_id = :space and epoch = :epoch and expires_at > clock_timestamp() for share
                        """)
                .param("space", lease.space().value())
                .param("epoch", lease.epoch())
                .query(Boolean.class)
                .optional()
                .isPresent();
        if (!held) {
            lease.lose();
            throw new LeaseLost(lease.space());
        }
    }
}
