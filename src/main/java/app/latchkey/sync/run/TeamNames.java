package app.latchkey.sync.run;

import app.latchkey.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What those who run the space are called in its records: their e-mail addresses. Within its scope. */
@Repository
class TeamNames {

    private final JdbcClient jdbc;

    TeamNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(AccountId account) {
        return jdbc.sql("select email_norm from team where account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .optional()
                .orElse("somebody who has left");
    }
}
