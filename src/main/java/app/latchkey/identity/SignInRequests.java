package app.latchkey.identity;

import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Seals.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code sign_in_request}, in System scope: tokens as digests, codes as keyed fingerprints. */
@Repository
class SignInRequests {

    private final JdbcClient jdbc;

    SignInRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request that can still be spent. */
    record Open(UUID id, EmailAddress email, Seal code, int wrongCodes) {}

    void oneAtATime(EmailAddress email) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sign-in:' || :email, 0))")
                .param("email", email.value())
                .query((row, number) -> true)
                .list();
    }

    void deleteBefore(Instant instant) {
        jdbc.sql("delete from sign_in_request where requested_at < :instant")
                .param("instant", utc(instant))
                .update();
    }

    /** When the {@code n}th-latest request since then was made, if there were so many. */
    Optional<Instant> nthLatest(EmailAddress email, int n, Instant since) {
        return jdbc.sql("""
                        select requested_at from sign_in_request where email_norm = :email and requested_at > :since
                        order by requested_at desc offset :skipped limit 1
                        """)
                .param("email", email.value())
                .param("since", utc(since))
                .param("skipped", n - 1)
                .query((row, number) ->
                        row.getObject("requested_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void add(UUID request, EmailAddress email, byte[] token, Seal code, Instant now, Instant until) {
        jdbc.sql("""
                        insert into sign_in_request (request_id, email_norm, token, code, code_key, requested_at, expires_at)
                        values (:request, :email, :token, :code, :key, :now, :until)
                        """)
                .param("request", request)
                .param("email", email.value())
                .param("token", token)
                .param("code", code.value())
                .param("key", code.keyId())
                .param("now", utc(now))
                .param("until", utc(until))
                .update();
    }

    /** Held until the transaction ends, so that of two who spend it at once one comes late. */
    Optional<Open> byToken(byte[] token, Instant now) {
        return jdbc.sql("""
                        select * from sign_in_request where token = :token and spent_at is null and expires_at > :now for update
                        """)
                .param("token", token)
                .param("now", utc(now))
                .query(SignInRequests::read)
                .optional();
    }

    /** As {@link #byToken}. */
    Optional<Open> byId(UUID request, Instant now) {
        return jdbc.sql("""
                        select * from sign_in_request where request_id = :request and spent_at is null and expires_at > :now for update
                        """)
                .param("request", request)
                .param("now", utc(now))
                .query(SignInRequests::read)
                .optional();
    }

    /** Whoever has signed in needs none of the other mails of that address. */
    void spendAll(EmailAddress email, Instant now) {
        jdbc.sql("update sign_in_request set spent_at = :now where email_norm = :email and spent_at is null")
                .param("now", utc(now))
                .param("email", email.value())
                .update();
    }

    void countWrongCode(UUID request) {
        jdbc.sql("update sign_in_request set wrong_codes = wrong_codes + 1 where request_id = :request")
                .param("request", request)
                .update();
    }

    private static Open read(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getObject("request_id", UUID.class),
                new EmailAddress(row.getString("email_norm")),
                new Seal(row.getString("code_key"), row.getBytes("code")),
                row.getInt("wrong_codes"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
