package app.latchkey.connection;

import app.latchkey.space.Scopes;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many requests a credential may make: one token bucket for each, in PostgreSQL, so that all nodes share it. Nexudus publishes 120 a
 * minute; Salto publishes nothing.
 */
@Component
class Budgets {

    private record Budget(int burst, double perSecond) {}

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Map<Partner, Budget> budgets;

    Budgets(
            Scopes scopes,
            JdbcClient jdbc,
            @Value("${latchkey.budget.salto-per-minute:300}") int salto,
            @Value("${latchkey.budget.nexudus-per-minute:100}") int nexudus) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.budgets = Map.of(Partner.SALTO, budget(salto), Partner.NEXUDUS, budget(nexudus));
    }

    /** A fifth of a minute's requests may come at once. */
    private static Budget budget(int perMinute) {
        return new Budget(Math.max(1, perMinute / 5), perMinute / 60.0);
    }

    /** Takes one request from the budget; answers how long to wait first. Waiting callers queue up by going into debt. */
    Duration take(Partner partner, String credential) {
        Budget budget = budgets.getOrDefault(partner, budget(60));
        double left = scopes.inSystem(() -> take(credential, budget));
        return left >= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(-left / budget.perSecond() * 1000));
    }

    private double take(String credential, Budget budget) {
        return jdbc.sql("""
                        insert into partner_budget as b (credential, tokens, refilled_at)
                        values (:credential, :burst - 1, clock_timestamp())
                        on conflict (credential) do update set
                            tokens = least(:burst, b.tokens
                                + extract(epoch from clock_timestamp() - b.refilled_at)::double precision * :rate) - 1,
                            refilled_at = clock_timestamp()
                        returning tokens
                        """)
                .param("credential", credential)
                .param("burst", (double) budget.burst())
                .param("rate", budget.perSecond())
                .query(Double.class)
                .single();
    }

    /** Gives a request back that was not made. */
    void giveBack(String credential) {
        var unused = scopes.inSystem(
                () -> jdbc.sql("update partner_budget set tokens = tokens + 1 where credential = :credential")
                        .param("credential", credential)
                        .update());
    }
}
