package app.latchkey.identity;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.Secret;
import app.latchkey.space.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code second_factor} and {@code recovery_code}; the secret is sealed, of a recovery code only the digest is kept. */
@Repository
class SecondFactorRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    SecondFactorRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param confirmed whether it is in force */
    record Row(Secret secret, boolean confirmed, long lastStep, int wrongCodes, Optional<Instant> lockedUntil) {}

    boolean confirmed(AccountId account) {
        return jdbc.sql("select exists (select from second_factor where account_id = :account and confirmed_at is not"
                        + " null)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** The row, held until the transaction ends: two tries are judged one after the other. */
    Optional<Row> lock(AccountId account) {
        return jdbc.sql("""
            select secret, confirmed_at, last_step, wrong_codes, locked_until from second_factor
            where account_id = :account for update
            """)
                .param("account", account.value())
                .query((row, number) -> read(account, row))
                .optional();
    }

    /** A first secret; one that is there already stays. */
    void begin(AccountId account, Secret secret, Instant now) {
        jdbc.sql("""
            insert into second_factor (account_id, secret, begun_at) values (:account, :secret, :now)
            on conflict (account_id) do nothing
            """)
                .param("account", account.value())
                .param("secret", vault.seal(place(account), secret))
                .param("now", utc(now))
                .update();
    }

    void accepted(AccountId account, long step, Instant now) {
        jdbc.sql("""
            update second_factor set last_step = greatest(last_step, :step), wrong_codes = 0, locked_until = null,
              confirmed_at = coalesce(confirmed_at, :now)
            where account_id = :account
            """)
                .param("account", account.value())
                .param("step", step)
                .param("now", utc(now))
                .update();
    }

    void wrong(AccountId account, int wrongCodes, @Nullable Instant lockedUntil) {
        jdbc.sql("update second_factor set wrong_codes = :wrong, locked_until = :until where account_id = :account")
                .param("account", account.value())
                .param("wrong", wrongCodes)
                .param("until", lockedUntil == null ? null : utc(lockedUntil))
                .update();
    }

    void replaceRecoveryCodes(AccountId account, List<String> codes) {
        jdbc.sql("delete from recovery_code where account_id = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("insert into recovery_code (account_id, code) select :account, unnest(:codes)")
                .param("account", account.value())
                .param("codes", codes.stream().map(OneTimeToken::digest).toArray(byte[][]::new))
                .update();
    }

    /** Whether the code was one of the unused; it is used now. */
    boolean spendRecoveryCode(AccountId account, String code, Instant now) {
        return jdbc.sql("""
            update recovery_code set used_at = :now
            where account_id = :account and code = :code and used_at is null
            """)
                        .param("account", account.value())
                        .param("code", OneTimeToken.digest(code))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private Row read(AccountId account, ResultSet row) throws SQLException {
        return new Row(
                vault.open(place(account), row.getBytes("secret")),
                row.getObject("confirmed_at") != null,
                row.getLong("last_step"),
                row.getInt("wrong_codes"),
                Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static String place(AccountId account) {
        return account.value() + "|second_factor|secret";
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
