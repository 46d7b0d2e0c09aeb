package app.latchkey.identity;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Those who have signed in. An account is made at the first sign-in; any address may have one. */
@Service
class Accounts {

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final LatchkeySettings settings;
    private final Clock clock;

    Accounts(Scopes scopes, JdbcClient jdbc, LatchkeySettings settings, Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The account of a proved address, with the roles that it has now. */
    SignedIn arrive(EmailAddress proved) {
        return scopes.inSystem(() -> {
            AccountId account = upsert(proved);
            return new SignedIn(account, proved, roles(account, proved), false);
        });
    }

    private Set<Role> roles(AccountId account, EmailAddress email) {
        Set<Role> roles = EnumSet.of(Role.MEMBER);
        if (settings.staff().contains(email)) {
            roles.add(Role.STAFF);
        }
        if (isInATeam(account)) {
            roles.add(Role.OPERATOR);
        }
        return roles;
    }

    private boolean isInATeam(AccountId account) {
        return jdbc.sql("select exists (select 1 from team where account_id = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    private AccountId upsert(EmailAddress email) {
        return jdbc.sql("""
            insert into account (email_norm, created_at, last_sign_in_at) values (:email, :now, :now)
            on conflict (email_norm) do update set last_sign_in_at = excluded.last_sign_in_at
            returning account_id
            """)
                .param("email", email.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .single();
    }
}
