package app.latchkey.nexudus;

import app.latchkey.connection.Partner;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code acs_address}. Within a space's scope, but {@link #holding}. */
@Repository("nexudusAcsRows")
class AcsRows {

    private static final String ID = "acs_address.id";

    private final JdbcClient jdbc;
    private final Vault vault;

    AcsRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whose address it is, and the hash that the caller's secret has to have. */
    record Holder(SpaceId space, byte[] token, byte[] bearer, Optional<String> business) {}

    /** In the system scope. */
    Optional<Holder> holding(String id) {
        return jdbc.sql(
                        "select space_id, token_hash, bearer_hash, business_unique_id from acs_address where id_hash = :hash")
                .param("hash", Hashes.of(id))
                .query((row, number) -> new Holder(
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        row.getBytes("token_hash"),
                        row.getBytes("bearer_hash"),
                        Optional.ofNullable(row.getString("business_unique_id"))))
                .optional();
    }

    /** A new address with new secrets; what called the old one is refused from now on, and whoever calls first is the location. */
    void put(SpaceId space, String id, AcsSecrets secrets, Instant now) {
        jdbc.sql("""
                        insert into acs_address (space_id, id_hash, id_sealed, token_hash, bearer_hash, made_at)
                        values (:space, :hash, :id, :token, :bearer, :now)
                        on conflict (space_id) do update
                        set id_hash = excluded.id_hash, id_sealed = excluded.id_sealed, token_hash = excluded.token_hash,
                            bearer_hash = excluded.bearer_hash, made_at = excluded.made_at, business_unique_id = null,
                            groups_asked_at = null, unreadable_at = null, unreadable = null
                        """)
                .param("space", space.value())
                .param("hash", Hashes.of(id))
                .param("id", vault.seal(Partner.NEXUDUS.place(space, ID), Secret.of(id)))
                .param("token", Hashes.of(secrets.token().reveal()))
                .param("bearer", Hashes.of(secrets.bearer().reveal()))
                .param("now", utc(now))
                .update();
    }

    void delete(SpaceId space) {
        jdbc.sql("delete from acs_address where space_id = :space")
                .param("space", space.value())
                .update();
    }

    Optional<AcsAddress> find(SpaceId space) {
        return jdbc.sql("select * from acs_address where space_id = :space")
                .param("space", space.value())
                .query((row, number) -> new AcsAddress(
                        vault.open(Partner.NEXUDUS.place(space, ID), row.getBytes("id_sealed"))
                                .reveal(),
                        instant(row, "made_at").orElseThrow(),
                        instant(row, "groups_asked_at"),
                        instant(row, "pushed_at"),
                        unreadable(row)))
                .optional();
    }

    Optional<Unreadable> unreadable(SpaceId space) {
        return find(space).flatMap(AcsAddress::unreadable);
    }

    void asked(SpaceId space, Instant now) {
        jdbc.sql("update acs_address set groups_asked_at = :now where space_id = :space")
                .param("now", utc(now))
                .param("space", space.value())
                .update();
    }

    /** A storm of pushes does not queue up for the row: where another is just noting it, that is enough. */
    void pushed(SpaceId space, Instant now) {
        jdbc.sql("""
                        update acs_address set pushed_at = :now
                        where space_id = (select space_id from acs_address where space_id = :space for update skip locked)
                        """).param("now", utc(now)).param("space", space.value()).update();
    }

    void unreadable(SpaceId space, String why, Instant now) {
        jdbc.sql("update acs_address set unreadable_at = :now, unreadable = :why where space_id = :space")
                .param("now", utc(now))
                .param("why", why)
                .param("space", space.value())
                .update();
    }

    /** Somebody of the space has seen it. */
    void settled(SpaceId space) {
        jdbc.sql("update acs_address set unreadable_at = null, unreadable = null where space_id = :space")
                .param("space", space.value())
                .update();
    }

    /** Whoever calls first is the location. */
    void knows(SpaceId space, String business) {
        jdbc.sql("""
                        update acs_address set business_unique_id = :business
                        where space_id = :space and business_unique_id is null
                        """).param("business", business).param("space", space.value()).update();
    }

    private static Optional<Unreadable> unreadable(ResultSet row) throws SQLException {
        @Nullable String why = row.getString("unreadable");
        return instant(row, "unreadable_at")
                .filter(_ -> why != null)
                .map(at -> new Unreadable(at, String.valueOf(why)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
