package app.latchkey.identity;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code device}: in System scope by its id, in Account scope one's own. */
@Repository
class DeviceRows {

    private final JdbcClient jdbc;

    DeviceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is needed to judge a token. */
    record Row(EmailAddress email, byte[] token, Optional<byte[]> previous, Instant rotatedAt) {}

    void add(UUID device, SignedIn user, String label, byte[] token, Instant now, Instant until) {
        jdbc.sql("""
                        insert into device (device_id, account_id, email_norm, label, token, rotated_at, created_at, last_seen_at, expires_at)
                        values (:device, :account, :email, :label, :token, :now, :now, :now, :until)
                        """)
                .param("device", device)
                .param("account", user.account().value())
                .param("email", user.email().value())
                .param("label", label)
                .param("token", token)
                .param("now", utc(now))
                .param("until", utc(until))
                .update();
    }

    /** The device while it lives, held until the transaction ends: two requests with one token are judged one after the other. */
    Optional<Row> lock(UUID device, Instant now) {
        return jdbc.sql("""
                        select email_norm, token, previous_token, rotated_at from device
                        where device_id = :device and revoked_at is null and expires_at > :now for update
                        """)
                .param("device", device)
                .param("now", utc(now))
                .query((row, number) -> new Row(
                        new EmailAddress(row.getString("email_norm")),
                        row.getBytes("token"),
                        Optional.ofNullable(row.getBytes("previous_token")),
                        instant(row, "rotated_at")))
                .optional();
    }

    void rotate(UUID device, byte[] next, byte[] previous, Instant now, Instant until) {
        jdbc.sql("""
                        update device set token = :next, previous_token = :previous, rotated_at = :now, last_seen_at = :now,
                               expires_at = :until
                        where device_id = :device
                        """)
                .param("next", next)
                .param("previous", previous)
                .param("now", utc(now))
                .param("until", utc(until))
                .param("device", device)
                .update();
    }

    void revoke(UUID device, Instant now) {
        jdbc.sql("update device set revoked_at = :now where device_id = :device and revoked_at is null")
                .param("now", utc(now))
                .param("device", device)
                .update();
    }

    List<Device> of(AccountId account, Instant now) {
        return jdbc.sql("""
                        select device_id, label, created_at, last_seen_at, expires_at from device
                        where account_id = :account and revoked_at is null and expires_at > :now
                        order by last_seen_at desc
                        """)
                .param("account", account.value())
                .param("now", utc(now))
                .query((row, number) -> new Device(
                        row.getObject("device_id", UUID.class),
                        row.getString("label"),
                        instant(row, "created_at"),
                        instant(row, "last_seen_at"),
                        instant(row, "expires_at")))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
