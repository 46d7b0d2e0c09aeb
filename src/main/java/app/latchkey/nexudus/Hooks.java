package app.latchkey.nexudus;

import app.latchkey.connection.Partner;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Vault;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The address and the signing secret of each space's webhooks: made at random once, found by the address's hash. */
@Repository("nexudusHookRows")
class Hooks {

    private static final String ID = "nexudus_hook.id";
    private static final String SECRET = "nexudus_hook.secret";
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    /** @param id the last part of the address, 128 random bits */
    record Hook(String id, Secret secret) {

        String address(URI publicUrl, int action) {
            return publicUrl + path(action);
        }

        /** The same when Latchkey moves to another address. */
        String path(int action) {
            return "/hooks/nexudus/" + id + "?action=" + action;
        }
    }

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Vault vault;

    Hooks(Scopes scopes, JdbcClient jdbc, Vault vault) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Hook of(SpaceId space) {
        return find(space).orElseGet(() -> make(space));
    }

    Optional<Hook> find(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("select id_sealed, secret_sealed from nexudus_hook where space_id = :space")
                        .param("space", space.value())
                        .query((row, number) -> new Hook(
                                vault.open(Partner.NEXUDUS.place(space, ID), row.getBytes("id_sealed"))
                                        .reveal(),
                                vault.open(Partner.NEXUDUS.place(space, SECRET), row.getBytes("secret_sealed"))))
                        .optional());
    }

    /** When two nodes make one at the same time, the first counts for both. */
    private Hook make(SpaceId space) {
        String id = RandomText.ofBytes(ID_BYTES);
        var unused = scopes.inSpace(
                space,
                () -> jdbc.sql("""
                    insert into nexudus_hook (space_id, id_hash, id_sealed, secret_sealed)
                    values (:space, :hash, :id, :secret) on conflict (space_id) do nothing
                    """)
                        .param("space", space.value())
                        .param("hash", Hashes.of(id))
                        .param("id", vault.seal(Partner.NEXUDUS.place(space, ID), Secret.of(id)))
                        .param(
                                "secret",
                                vault.seal(
                                        Partner.NEXUDUS.place(space, SECRET),
                                        Secret.of(RandomText.ofBytes(SECRET_BYTES))))
                        .update());
        return find(space).orElseThrow();
    }

    Optional<SpaceId> spaceOf(String id) {
        return scopes.inSystem(() -> jdbc.sql("select space_id from nexudus_hook where id_hash = :hash")
                .param("hash", Hashes.of(id))
                .query(UUID.class)
                .optional()
                .map(SpaceId::new));
    }

    /**
     * A storm of calls does not queue up for the row: where another is just noting it, that is enough.
     *
     * @param ours whether it was our own test call
     */
    void heard(SpaceId space, boolean ours, Instant now) {
        var unused = scopes.inSpace(
                space,
                () -> jdbc.sql("""
                    update nexudus_hook set heard_at = :now, called_at = case when :ours then called_at else :now end
                    where space_id = (select space_id from nexudus_hook where space_id = :space for update skip locked)
                    """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("ours", ours)
                        .param("space", space.value())
                        .update());
    }

    /** So many more calls were refused; those from before Nexudus was last understood, or long ago, no longer count. */
    void refused(SpaceId space, long unsigned, long wrong, Instant now) {
        var unused = scopes.inSpace(
                space,
                () -> jdbc.sql("""
                    update nexudus_hook hook
                    set refused_unsigned = :unsigned + case when goes_on then refused_unsigned else 0 end,
                        refused_wrong = :wrong + case when goes_on then refused_wrong else 0 end,
                        refused_since = case when goes_on then refused_since else :now end,
                        refused_at = :now
                    from (select coalesce(refused_at > :now - interval '7 days'
                                          and (called_at is null or called_at < refused_since), false) as goes_on
                          from nexudus_hook where space_id = :space) as before
                    where space_id = :space
                    """)
                        .param("unsigned", unsigned)
                        .param("wrong", wrong)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("space", space.value())
                        .update());
    }

    Optional<RefusedCalls> refused(SpaceId space, Instant now) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("""
                    select refused_unsigned, refused_wrong, refused_at from nexudus_hook
                    where space_id = :space and refused_at > :now - interval '7 days'
                      and (called_at is null or called_at < refused_at)
                    """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("space", space.value())
                        .query((row, number) -> new RefusedCalls(
                                row.getLong("refused_unsigned"),
                                row.getLong("refused_wrong"),
                                row.getObject("refused_at", OffsetDateTime.class)
                                        .toInstant()))
                        .optional());
    }

    /** When a signed call came in last. */
    Optional<Instant> heardAt(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("select heard_at from nexudus_hook where space_id = :space and heard_at is not null")
                        .param("space", space.value())
                        .query((row, number) ->
                                row.getObject("heard_at", OffsetDateTime.class).toInstant())
                        .optional());
    }

    /**
     * Nexudus had switched some off.
     *
     * @return since when it does so again and again: a day on which all stay on ends that
     */
    Instant off(SpaceId space, Instant now) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("""
                    update nexudus_hook
                    set off_since = case when off_at > :now - interval '1 day' then off_since else :now end, off_at = :now
                    where space_id = :space returning off_since
                    """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("space", space.value())
                        .query((row, number) ->
                                row.getObject("off_since", OffsetDateTime.class).toInstant())
                        .single());
    }

    /** A call was refused for its signature: somebody changed the secret at Nexudus, or it is not Nexudus who calls. */
    void doubt(SpaceId space, Instant now) {
        var unused = scopes.inSpace(
                space,
                () -> jdbc.sql("""
                    update nexudus_hook set doubted_at = :now where space_id = :space and doubted_at is null
                    """)
                        .param("space", space.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update());
    }

    boolean isDoubted(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("select doubted_at is not null from nexudus_hook where space_id = :space")
                        .param("space", space.value())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false));
    }

    void trust(SpaceId space) {
        var unused = scopes.inSpace(
                space,
                () -> jdbc.sql("update nexudus_hook set doubted_at = null where space_id = :space")
                        .param("space", space.value())
                        .update());
    }

    void delete(SpaceId space) {
        var unused = scopes.inSpace(
                space,
                () -> jdbc.sql("delete from nexudus_hook where space_id = :space")
                        .param("space", space.value())
                        .update());
    }
}
