package app.latchkey.connection;

import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code connection}, and beside it {@code connection_standing}, which holds no secret and which staff read. */
@Repository
class ConnectionRows {

    private static final String ACCESS = "access_token";
    private static final String REFRESH = "refresh_token";

    private final JdbcClient jdbc;
    private final Vault vault;

    ConnectionRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Optional<Connection> find(SpaceId space, Partner partner) {
        return jdbc.sql("""
            select state, since, account, place, reason from connection
            where space_id = :space and partner = :partner
            """)
                .param("space", space.value())
                .param("partner", partner.name())
                .query((row, number) -> new Connection(
                        space,
                        partner,
                        State.valueOf(row.getString("state")),
                        instant(row, "since"),
                        Optional.ofNullable(row.getString("account")),
                        Optional.ofNullable(row.getString("place")),
                        Optional.ofNullable(row.getString("reason"))))
                .optional();
    }

    String clientId(SpaceId space, Partner partner, Instant now) {
        return jdbc.sql("""
            insert into connection (space_id, partner, state, since, client_id)
            values (:space, :partner, 'ABSENT', :now, :fresh)
            on conflict (space_id, partner) do update set partner = excluded.partner
            returning client_id
            """)
                .param("space", space.value())
                .param("partner", partner.name())
                .param("now", utc(now))
                .param("fresh", UUID.randomUUID())
                .query(UUID.class)
                .single()
                .toString();
    }

    void connected(SpaceId space, Partner partner, Tokens tokens, String account, Instant now) {
        alive(space, partner, account, now);
        store(space, partner, tokens, now);
    }

    /** What it is called there is the place as well: there is nothing to choose. */
    void callsUs(SpaceId space, Partner partner, String account, Instant now) {
        alive(space, partner, account, now);
        choose(space, partner, account);
    }

    private void alive(SpaceId space, Partner partner, String account, Instant now) {
        clientId(space, partner, now);
        jdbc.sql("""
            update connection set state = 'CONNECTED', since = :now, reason = null, account = :account
            where space_id = :space and partner = :partner
            """)
                .param("now", utc(now))
                .param("account", account)
                .param("space", space.value())
                .param("partner", partner.name())
                .update();
        show(space, partner);
    }

    /** A refreshed token has lived three quarters of its life when the next refresh is due. */
    void store(SpaceId space, Partner partner, Tokens tokens, Instant now) {
        Duration early = tokens.lifetime().multipliedBy(3).dividedBy(4);
        jdbc.sql("""
            update connection set access_token = :access, refresh_token = :refresh,
                access_until = :until, refresh_after = :after
            where space_id = :space and partner = :partner
            """)
                .param("access", vault.seal(partner.place(space, ACCESS), tokens.access()))
                .param(
                        "refresh",
                        tokens.refresh()
                                .map(secret -> vault.seal(partner.place(space, REFRESH), secret))
                                .orElse(null))
                .param("until", utc(now.plus(tokens.lifetime())))
                .param("after", utc(now.plus(early)))
                .param("space", space.value())
                .param("partner", partner.name())
                .update();
    }

    void choose(SpaceId space, Partner partner, String place) {
        jdbc.sql("update connection set place = :place where space_id = :space and partner = :partner")
                .param("place", place)
                .param("space", space.value())
                .param("partner", partner.name())
                .update();
    }

    /** Whether it was alive until now. Its tokens are destroyed: they are of no more use to anybody. */
    boolean died(SpaceId space, Partner partner, String reason, Instant now) {
        boolean died = jdbc.sql("""
            update connection set state = 'NEEDS_SIGN_IN', since = :now, reason = :reason,
                access_token = null, refresh_token = null
            where space_id = :space and partner = :partner
              and state in ('CONNECTED', 'PARTNER_SILENT')
            """)
                        .param("now", utc(now))
                        .param("reason", reason)
                        .param("space", space.value())
                        .param("partner", partner.name())
                        .update()
                == 1;
        if (died) {
            show(space, partner);
        }
        return died;
    }

    void heard(SpaceId space, Partner partner, boolean answers, Instant now) {
        int changed = jdbc.sql("""
            update connection set state = :next, since = :now
            where space_id = :space and partner = :partner and state = :before
            """)
                .param("next", (answers ? State.CONNECTED : State.PARTNER_SILENT).name())
                .param("before", (answers ? State.PARTNER_SILENT : State.CONNECTED).name())
                .param("now", utc(now))
                .param("space", space.value())
                .param("partner", partner.name())
                .update();
        if (changed > 0) {
            show(space, partner);
        }
    }

    void delete(SpaceId space, Partner partner) {
        for (String table : List.of("connection", "connection_standing")) {
            jdbc.sql("delete from " + table + " where space_id = :space and partner = :partner")
                    .param("space", space.value())
                    .param("partner", partner.name())
                    .update();
        }
    }

    private void show(SpaceId space, Partner partner) {
        jdbc.sql("""
            insert into connection_standing (space_id, partner, state, since)
            select space_id, partner, state, since from connection where space_id = :space and partner = :partner
            on conflict (space_id, partner) do update set state = excluded.state, since = excluded.since
            """)
                .param("space", space.value())
                .param("partner", partner.name())
                .update();
    }

    Optional<StoredTokens> tokens(SpaceId space, Partner partner) {
        return tokens(space, partner, "");
    }

    /** Nobody else, on any node, reads these tokens for a refresh until the transaction ends. */
    Optional<StoredTokens> lockedTokens(SpaceId space, Partner partner) {
        return tokens(space, partner, " for update");
    }

    private Optional<StoredTokens> tokens(SpaceId space, Partner partner, String lock) {
        return jdbc.sql("""
            select state, client_id, access_token, refresh_token, access_until, refresh_after from connection
            where space_id = :space and partner = :partner and access_token is not null
            """ + lock)
                .param("space", space.value())
                .param("partner", partner.name())
                .query((row, number) -> new StoredTokens(
                        State.valueOf(row.getString("state")),
                        row.getString("client_id"),
                        vault.open(partner.place(space, ACCESS), row.getBytes(ACCESS)),
                        instant(row, "access_until"),
                        instant(row, "refresh_after"),
                        opened(space, partner, row.getBytes(REFRESH))))
                .optional();
    }

    private Optional<Secret> opened(SpaceId space, Partner partner, byte @Nullable [] sealed) {
        return Optional.ofNullable(sealed).map(bytes -> vault.open(partner.place(space, REFRESH), bytes));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
