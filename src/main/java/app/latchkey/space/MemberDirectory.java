package app.latchkey.space;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which spaces know which address: how a member who has proved an address finds their doors. */
@Service
public class MemberDirectory {

    /** The directory asks for the address alone. */
    private static final AccountId NO_ACCOUNT = new AccountId(new UUID(0, 0));

    private final Scopes scopes;
    private final Spaces spaces;
    private final JdbcClient jdbc;

    MemberDirectory(Scopes scopes, Spaces spaces, JdbcClient jdbc) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.jdbc = jdbc;
    }

    /** All addresses of a space, after a complete read of its customers. */
    public void replace(SpaceId space, Map<CustomerId, EmailAddress> addresses) {
        scopes.inSpace(space, () -> {
            Long[] customers =
                    addresses.keySet().stream().map(CustomerId::value).toArray(Long[]::new);
            String[] emails =
                    addresses.values().stream().map(EmailAddress::value).toArray(String[]::new);
            jdbc.sql("delete from member_email where space_id = :space and not customer_id = any (:customers)")
                    .param("space", space.value())
                    .param("customers", customers)
                    .update();
            upsert(space, customers, emails);
        });
    }

    /** One customer's address, or that there is none any more. */
    public void put(SpaceId space, CustomerId customer, Optional<EmailAddress> address) {
        scopes.inSpace(
                space,
                () -> address.ifPresentOrElse(
                        email -> upsert(space, new Long[] {customer.value()}, new String[] {email.value()}),
                        () -> remove(space, customer)));
    }

    /** The spaces that know the address, by name. The address must have been proved by whoever asks. */
    public List<MemberSpace> spacesOf(EmailAddress proved) {
        return scopes.inAccount(NO_ACCOUNT, proved, () -> customersOf(proved)).entrySet().stream()
                .map(known -> new MemberSpace(
                        scopes.inSpace(known.getKey(), () -> spaces.get(known.getKey())), known.getValue()))
                .sorted((one, other) ->
                        one.space().name().compareTo(other.space().name()))
                .toList();
    }

    private Map<SpaceId, List<CustomerId>> customersOf(EmailAddress email) {
        Map<SpaceId, List<CustomerId>> known = new LinkedHashMap<>();
        jdbc.sql("select space_id, customer_id from member_email where email_norm = :email order by space_id,"
                        + " customer_id")
                .param("email", email.value())
                .query(row -> {
                    known.computeIfAbsent(
                                    new SpaceId(row.getObject("space_id", UUID.class)), space -> new ArrayList<>())
                            .add(new CustomerId(row.getLong("customer_id")));
                });
        return known;
    }

    private void upsert(SpaceId space, Long[] customers, String[] emails) {
        jdbc.sql("""
            insert into member_email (space_id, customer_id, email_norm)
            select :space, customer, email from unnest(:customers, :emails) as given (customer, email)
            on conflict (space_id, customer_id) do update set email_norm = excluded.email_norm
              where member_email.email_norm <> excluded.email_norm
            """)
                .param("space", space.value())
                .param("customers", customers)
                .param("emails", emails)
                .update();
    }

    private void remove(SpaceId space, CustomerId customer) {
        jdbc.sql("delete from member_email where space_id = :space and customer_id = :customer")
                .param("space", space.value())
                .param("customer", customer.value())
                .update();
    }
}
