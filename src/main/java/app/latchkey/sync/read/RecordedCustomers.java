package app.latchkey.sync.read;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.CardStanding;
import app.latchkey.sync.CardState;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.CustomerFilter;
import app.latchkey.sync.CustomerRow;
import app.latchkey.sync.GroupStanding;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.WaysIn;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A space's customers, by what was last read and what runs have recorded. */
@Service
class RecordedCustomers implements CustomerDirectory {

    private static final int RECENT_CHANGES = 50;

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final PeopleRows people;
    private final GroupFactsRows facts;
    private final Baskets baskets;
    private final TroubleRows troubles;
    private final ChangeRows changes;
    private final Clock clock;

    RecordedCustomers(
            Scopes scopes,
            JdbcClient jdbc,
            PeopleRows people,
            GroupFactsRows facts,
            Baskets baskets,
            TroubleRows troubles,
            ChangeRows changes,
            Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.people = people;
        this.facts = facts;
        this.baskets = baskets;
        this.troubles = troubles;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public List<CustomerRow> customers(SpaceId space, String search, CustomerFilter filter, int offset, int limit) {
        return scopes.inSpace(space, () -> people.list(search, filter, offset, limit, clock.instant()));
    }

    @Override
    public Map<CustomerFilter, Integer> counts(SpaceId space, String search) {
        return scopes.inSpace(space, () -> people.counts(search, clock.instant()));
    }

    @Override
    public Optional<CustomerDetail> detail(SpaceId space, CustomerId customer) {
        return scopes.inSpace(space, () -> detail(space, customer, clock.instant()));
    }

    private Optional<CustomerDetail> detail(SpaceId space, CustomerId customer, Instant now) {
        Explanations explanations = new Explanations(baskets.of(space, customer), troubles.all(now), now);
        List<GroupStanding> groups = facts.of(customer, now).stream()
                .map(group -> standing(group, Judged.first(group, now), explanations))
                .toList();
        List<RunChangeRow> recent = changes.ofCustomer(customer, RECENT_CHANGES);
        List<CardStanding> cards = cards(customer);
        return jdbc.sql("""
            select customer.id, customer.full_name, customer.email_norm, customer.active, customer.archived,
                   customer.seen_at, link.platform_user, link.reason,
                   coalesce(holder.name, '') as name_in_salto, holder.subscribed, holder.has_profile,
                   holder.blocked, holder.expires_at, holder.tag_number, holder.uses_pin, holder.email_norm is not null as has_address,
                   known.pin, known.phone, least(holder.seen_at, known.read_at) as ways_read_at,
                   (select max(at) from run_change change where change.what = 'INVITE'
                    and change.state = 'DONE' and change.customer_id = customer.id) as invited_at
            from nexudus_customer customer
            left join standing_link link on link.customer_id = customer.id
            left join salto_user holder on holder.platform_user = link.platform_user
            left join salto_key known on known.platform_user = link.platform_user
            where customer.id = :customer limit 1
            """)
                .param("customer", customer.value())
                .query((row, number) -> customer(row, cards, groups, recent, now))
                .optional();
    }

    /** What Salto shows is newer than how the card stood when it was last looked at. */
    private List<CardStanding> cards(CustomerId customer) {
        return jdbc.sql("""
            select card.tag_number, card.detail,
                   case when holder.tag_number = card.tag_number then :there else card.state end as state
            from card_standing card
            left join standing_link link using (customer_id)
            left join salto_user holder on holder.platform_user = link.platform_user
            where card.customer_id = :customer order by card.tag_number
            """)
                .param("customer", customer.value())
                .param("there", CardState.IN_SALTO.name())
                .query((row, number) -> new CardStanding(
                        row.getString("tag_number"),
                        Rows.named(row, "state", CardState.FROM_NEWER_VERSION),
                        row.getString("detail")))
                .list();
    }

    private static GroupStanding standing(GroupFacts group, Judged judged, Explanations explanations) {
        return new GroupStanding(
                group.group(),
                group.name(),
                explanations.of(group, judged),
                group.wanted(),
                judged.because(),
                group.in(),
                group.ours(),
                group.sinceRun(),
                group.confirmedAt());
    }

    private static CustomerDetail customer(
            ResultSet row, List<CardStanding> cards, List<GroupStanding> groups, List<RunChangeRow> recent, Instant now)
            throws SQLException {
        return new CustomerDetail(
                new CustomerId(row.getLong("id")),
                row.getString("full_name"),
                Optional.ofNullable(row.getString("email_norm")).map(EmailAddress::new),
                row.getBoolean("active"),
                row.getBoolean("archived"),
                Optional.ofNullable(row.getObject("platform_user", UUID.class)).map(PlatformUserId::new),
                row.getString("name_in_salto"),
                Why.in(row, "reason"),
                row.getBoolean("subscribed"),
                row.getBoolean("blocked"),
                Rows.instant(row, "expires_at").filter(at -> !at.isAfter(now)),
                ways(row, cards),
                groups,
                recent,
                Rows.instant(row, "seen_at"));
    }

    private static WaysIn ways(ResultSet row, List<CardStanding> cards) throws SQLException {
        return new WaysIn(
                phone(row),
                Rows.instant(row, "invited_at"),
                Optional.ofNullable(row.getString("tag_number")),
                pin(row),
                cards,
                Rows.instant(row, "ways_read_at"));
    }

    private static WaysIn.Phone phone(ResultSet row) throws SQLException {
        if (row.getBoolean("has_profile")) {
            return row.getBoolean("phone") ? WaysIn.Phone.ACTIVE : WaysIn.Phone.ACCEPTED;
        }
        return row.getBoolean("has_address") ? WaysIn.Phone.INVITED : WaysIn.Phone.NO_ADDRESS;
    }

    private static WaysIn.Pin pin(ResultSet row) throws SQLException {
        if (!row.getBoolean("uses_pin")) {
            return WaysIn.Pin.NOT_ALLOWED;
        }
        boolean isSet = row.getBoolean("pin");
        if (row.wasNull()) {
            return WaysIn.Pin.NOT_READ;
        }
        return isSet ? WaysIn.Pin.SET : WaysIn.Pin.NONE;
    }
}
