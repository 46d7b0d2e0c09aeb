package app.latchkey.identity;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TeamRole;
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

/** Team and accounts together, in System scope. */
@Repository
class TeamRows {

    private final JdbcClient jdbc;

    TeamRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the space's team until the transaction ends: two owners must not remove each other. */
    void oneAtATime(SpaceId space) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('team:' || :space, 0))")
                .param("space", space.toString())
                .query((row, number) -> true)
                .list();
    }

    /** Owners first, then by address. */
    List<TeamMember> of(SpaceId space) {
        return jdbc.sql("""
            select team.account_id, team.email_norm, team.role, account.last_sign_in_at,
                   exists (select from second_factor factor
                           where factor.account_id = team.account_id and confirmed_at is not null) as second
            from team left join account on account.account_id = team.account_id
            where team.space_id = :space
            order by array_position(array['OWNER', 'OPERATOR', 'FRONT_DESK'], team.role), team.email_norm
            """)
                .param("space", space.value())
                .query((row, number) -> member(row))
                .list();
    }

    /** The address's account, made without a sign-in when there is none. */
    AccountId account(EmailAddress email, Instant now) {
        return jdbc.sql("""
            insert into account (email_norm, created_at) values (:email, :now)
            on conflict (email_norm) do update set email_norm = excluded.email_norm
            returning account_id
            """)
                .param("email", email.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .single();
    }

    private static TeamMember member(ResultSet row) throws SQLException {
        return new TeamMember(
                new AccountId(row.getObject("account_id", UUID.class)),
                new EmailAddress(row.getString("email_norm")),
                TeamRole.valueOf(row.getString("role")),
                row.getBoolean("second"),
                Optional.ofNullable(row.getObject("last_sign_in_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
