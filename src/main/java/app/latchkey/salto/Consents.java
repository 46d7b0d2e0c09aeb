package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents under way, in the database, so that any node can finish them. Each is good once and for ten minutes. */
@Repository
class Consents {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String VERIFIER = "salto_consent.verifier";

    /**
     * What has to be remembered until Salto sends the browser back.
     *
     * @param verifier the proof key, which only this side knows
     */
    record Pending(SpaceId space, AccountId account, Secret verifier, String redirectUri) {}

    /** @param inTime whether it may still be finished; otherwise it only says where it began */
    record Taken(Pending pending, boolean inTime) {}

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Consents(Scopes scopes, JdbcClient jdbc, Vault vault, Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    void remember(String state, Pending pending) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        var unused = scopes.inSystem(() -> {
            jdbc.sql("delete from salto_consent where expires_at < :now")
                    .param("now", now)
                    .update();
            return jdbc.sql("""
                insert into salto_consent (state_hash, space_id, account_id, verifier, redirect_uri, expires_at)
                values (:hash, :space, :account, :verifier, :redirect, :expires)
                """)
                    .param("hash", hash(state))
                    .param("space", pending.space().value())
                    .param("account", pending.account().value())
                    .param("verifier", vault.seal(Partner.SALTO.place(pending.space(), VERIFIER), pending.verifier()))
                    .param("redirect", pending.redirectUri())
                    .param("expires", now.plus(LIFE))
                    .update();
        });
    }

    /** The consent that this state belongs to, taken out: a second call finds nothing. */
    Optional<Taken> take(String state) {
        return scopes.inSystem(() -> jdbc.sql("""
            delete from salto_consent where state_hash = :hash
            returning space_id, account_id, verifier, redirect_uri, expires_at
            """)
                .param("hash", hash(state))
                .query((row, number) -> {
                    SpaceId space = new SpaceId(row.getObject("space_id", UUID.class));
                    Pending pending = new Pending(
                            space,
                            new AccountId(row.getObject("account_id", UUID.class)),
                            vault.open(Partner.SALTO.place(space, VERIFIER), row.getBytes("verifier")),
                            row.getString("redirect_uri"));
                    boolean inTime = clock.instant()
                            .isBefore(row.getObject("expires_at", OffsetDateTime.class)
                                    .toInstant());
                    return new Taken(pending, inTime);
                })
                .optional());
    }

    private static byte[] hash(String state) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
