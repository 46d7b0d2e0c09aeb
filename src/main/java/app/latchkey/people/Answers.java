package app.latchkey.people;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code person_decision}. Within the space's scope. */
@Repository("peopleAnswers")
class Answers {

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<Answer> of(SpaceId space) {
        return jdbc.sql("""
                        select customer_id, same_as, email_norm, decided_at, decided_by from person_decision
                        where space_id = :space order by decided_at desc, customer_id
                        """)
                .param("space", space.value())
                .query((row, number) -> answer(row))
                .list();
    }

    void put(SpaceId space, Answer answer) {
        jdbc.sql("""
                        insert into person_decision (space_id, customer_id, same_as, email_norm, decided_at, decided_by)
                        values (:space, :customer, :same, :email, :at, :by)
                        on conflict (space_id, customer_id) do update set same_as = excluded.same_as,
                          email_norm = excluded.email_norm, decided_at = excluded.decided_at,
                          decided_by = excluded.decided_by
                        """)
                .param("space", space.value())
                .param("customer", answer.customer().value())
                .param("same", answer.sameAs().map(CustomerId::value).orElse(null))
                .param("email", answer.email().value())
                .param("at", answer.at().atOffset(ZoneOffset.UTC))
                .param("by", answer.by())
                .update();
    }

    void delete(SpaceId space, CustomerId customer) {
        jdbc.sql("delete from person_decision where space_id = :space and customer_id = :customer")
                .param("space", space.value())
                .param("customer", customer.value())
                .update();
    }

    private static Answer answer(ResultSet row) throws SQLException {
        long same = row.getLong("same_as");
        Optional<CustomerId> sameAs = row.wasNull() ? Optional.empty() : Optional.of(new CustomerId(same));
        return new Answer(
                new CustomerId(row.getLong("customer_id")),
                sameAs,
                new EmailAddress(row.getString("email_norm")),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("decided_by"));
    }
}
