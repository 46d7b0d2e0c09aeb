package app.latchkey.operator;

import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What we have noted in Nexudus and not yet called solved. Within a space's scope. */
@Repository
class ToldNexudus {

    private final JdbcClient jdbc;

    ToldNexudus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The code of the reason that stands there, by customer. */
    Map<CustomerId, String> all() {
        return jdbc
                .sql("select customer_id, reason from told_nexudus")
                .query((row, number) -> Map.entry(new CustomerId(row.getLong("customer_id")), row.getString("reason")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether it is for whoever asks to say it: of several nodes only one is told so. */
    boolean claim(CustomerId customer, String reason, Instant now) {
        return jdbc.sql("""
                        insert into told_nexudus (customer_id, reason, told_at)
                        values (:customer, :reason, :now)
                        on conflict (space_id, customer_id) do update set reason = excluded.reason, told_at = excluded.told_at
                        where told_nexudus.reason <> excluded.reason
                        """)
                        .param("customer", customer.value())
                        .param("reason", reason)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether it stood there; of several nodes only one is told so. */
    boolean forget(CustomerId customer) {
        return jdbc.sql("delete from told_nexudus where customer_id = :customer")
                        .param("customer", customer.value())
                        .update()
                == 1;
    }
}
