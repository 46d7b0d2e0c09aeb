package app.latchkey.sync.run;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import app.latchkey.sync.plan.Tags.Card;
import app.latchkey.sync.plan.Tags.Ours;
import app.latchkey.sync.plan.Tags.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code tag_ledger} and {@code card_standing}. Within a space's scope. */
@Repository
class TagRows {

    private final JdbcClient jdbc;

    TagRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The access cards of everybody who is in Salto, archived customers left out. */
    List<Card> cards() {
        return jdbc.sql("""
                select customer.id, customer.full_name, customer.active, customer.access_cards, link.platform_user
                from nexudus_customer customer join standing_link link on link.customer_id = customer.id
                where customer.access_cards <> '' and not customer.archived and link.platform_user is not null
                order by customer.id
                """).query((row, number) -> cards(row)).list().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Card> cards(ResultSet row) throws SQLException {
        CustomerId customer = new CustomerId(row.getLong("id"));
        PlatformUserId user = new PlatformUserId(row.getObject("platform_user", UUID.class));
        String name = row.getString("full_name");
        boolean active = row.getBoolean("active");
        return Arrays.stream(row.getString("access_cards").split(" ", -1))
                .distinct()
                .map(number -> new Card(number, customer, user, name, active))
                .toList();
    }

    List<Ours> ours() {
        return jdbc.sql(
                        "select tag_number, platform_user, customer_id, name, confirmed from tag_ledger order by tag_number")
                .query((row, number) -> new Ours(
                        row.getString("tag_number"),
                        new PlatformUserId(row.getObject("platform_user", UUID.class)),
                        new CustomerId(row.getLong("customer_id")),
                        row.getString("name"),
                        row.getBoolean("confirmed")))
                .list();
    }

    /** Before Salto is asked: whatever becomes of the call, the tag is known as ours when Salto shows it. */
    void intend(Card card, SiteUserId siteUser, long run, Instant now) {
        jdbc.sql("""
                insert into tag_ledger (tag_number, platform_user, site_user, customer_id, name, run, given_at, confirmed)
                values (:tag, :user, :siteUser, :customer, :name, :run, :now, false)
                on conflict (space_id, tag_number) do update
                set platform_user = excluded.platform_user, site_user = excluded.site_user, name = excluded.name,
                    customer_id = excluded.customer_id, run = excluded.run, given_at = excluded.given_at, confirmed = false
                """)
                .param("tag", card.number())
                .param("user", card.user().value())
                .param("siteUser", siteUser.value())
                .param("customer", card.customer().value())
                .param("name", card.name())
                .param("run", run)
                .param("now", Rows.at(now))
                .update();
    }

    void confirm(String number) {
        jdbc.sql("update tag_ledger set confirmed = true where tag_number = ?")
                .param(number)
                .update();
    }

    void forget(String number) {
        jdbc.sql("delete from tag_ledger where tag_number = ?").param(number).update();
    }

    void stand(Map<Card, State> states, Instant now) {
        jdbc.sql("delete from card_standing").update();
        List<Map.Entry<Card, State>> all = List.copyOf(states.entrySet());
        jdbc.sql("""
                insert into card_standing (customer_id, tag_number, state, detail, at)
                select customer, tag, state, detail, :now
                from unnest(:customers::bigint[], :tags::text[], :states::text[], :details::text[])
                     as row (customer, tag, state, detail)
                on conflict do nothing
                """)
                .param("now", Rows.at(now))
                .param(
                        "customers",
                        all.stream().map(one -> one.getKey().customer().value()).toArray(Long[]::new))
                .param("tags", texts(all.stream().map(one -> one.getKey().number())))
                .param(
                        "states",
                        texts(all.stream().map(one -> one.getValue().state().name())))
                .param("details", texts(all.stream().map(one -> one.getValue().detail())))
                .update();
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }
}
