package app.latchkey.sync.read;

import app.latchkey.connection.Partner;
import app.latchkey.connection.State;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.TestDatabase;
import app.latchkey.sync.run.JsonText;
import app.latchkey.sync.run.Periods;
import app.latchkey.sync.run.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what runs would have recorded of a space. */
final class RecordedSpace {

    static final Periods PERIODS = new Periods(
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(60));

    private final TestDatabase database;
    private final SpaceId id;
    private final Instant now;
    private final JsonText json = new JsonText();

    RecordedSpace(TestDatabase database, SpaceId id, String slug, Instant now) {
        this.database = database;
        this.id = id;
        this.now = now;
        database.scopes()
                .inSystem(() -> database.jdbc()
                        .sql("""
                        insert into space (space_id, slug, name, zone, setup, mode, before_seconds, after_seconds, cut_off, created_at)
                        values (:id, :slug, :slug, 'Europe/Lisbon', 'DONE', 'FULL', 900, 900, '00:00', :now)
                        """)
                        .param("id", id.value())
                        .param("slug", slug)
                        .param("now", Rows.at(now))
                        .update());
        for (String partner : List.of("SALTO", "NEXUDUS")) {
            write("""
                    insert into connection (space_id, partner, state, since, client_id)
                    values (?, ?, 'CONNECTED', ?, gen_random_uuid())
                    """, id.value(), partner, Rows.at(now));
            write(
                    "insert into connection_standing (space_id, partner, state, since) values (?, ?, 'CONNECTED', ?)",
                    id.value(),
                    partner,
                    Rows.at(now));
        }
        write(
                "insert into run (number, kind, subject, causes, epoch, started_at, ended_at, outcome, added) "
                        + "values (1, 'FULL', 'space', '{period}', 1, ?, ?, 'DONE', 2)",
                Rows.at(now),
                Rows.at(now));
    }

    static Because booking(long number, Instant from, Instant until) {
        return new Because.Booked(number, new NamedItem(ItemId.resource(4), "Room 4"), Window.between(from, until));
    }

    @SuppressWarnings("NullAway") // a column may be null, which the type of a parameter list cannot say
    void write(String sql, @Nullable Object... values) {
        database.scopes()
                .inSpace(id, () -> database.jdbc().sql(sql).params(values).update());
    }

    void connection(Partner partner, State state) {
        write("update connection_standing set state = ? where partner = ?", state.name(), partner.name());
    }

    void group(AccessGroupId group, String name, String... locks) {
        write(
                "insert into salto_group (group_id, name, has_schedule, always_open, seen_at) values (?, ?, true, false, ?)",
                group.value(),
                name,
                Rows.at(now));
        for (String lock : locks) {
            write(
                    "insert into salto_group_lock (group_id, lock_id, name, online) values (?, gen_random_uuid(), ?, true)",
                    group.value(),
                    lock);
        }
    }

    /** On working days, in Lisbon's time. */
    void hours(AccessGroupId group, LocalTime from, LocalTime until) {
        write("insert into salto_seats (used, bought, zone, seen_at) values (1, 2, 'Europe/Lisbon', ?)", Rows.at(now));
        write(
                "insert into salto_group_hours (group_id, days, opens, closes) values (?, '{1,2,3,4,5}', ?, ?)",
                group.value(),
                from,
                until);
    }

    void customer(CustomerId customer, String name, PlatformUserId user) {
        write(
                """
                insert into nexudus_customer (id, unique_id, full_name, email_norm, active, archived, access_cards, seen_at)
                values (?, gen_random_uuid(), ?, ?, true, false, '', ?)
                """,
                customer.value(),
                name,
                name.split(" ", 2)[0].toLowerCase(Locale.ROOT) + "@example.org",
                Rows.at(now));
        write("insert into standing_link (customer_id, platform_user) values (?, ?)", customer.value(), user.value());
        write("""
                insert into salto_user (site_user, platform_user, name, has_profile, blocked, subscribed, roles, uses_pin, seen_at)
                values (gen_random_uuid(), ?, ?, true, false, true, 'site_user', false, ?)
                """, user.value(), name, Rows.at(now));
    }

    void entitled(CustomerId customer, AccessGroupId group, Window window, Because because) {
        write(
                "insert into entitlement (customer_id, group_id, during, because) values (?, ?, tstzrange(?, ?), ?::jsonb)",
                customer.value(),
                group.value(),
                Rows.at(window.from()),
                Rows.at(window.end()),
                json.because(because));
    }

    void stands(
            CustomerId customer,
            PlatformUserId user,
            AccessGroupId group,
            String verdict,
            @Nullable String reason,
            Window window,
            Because because) {
        write(
                """
                insert into standing (person, group_id, customer_id, platform_user, name, verdict, reason, during, because, since, run)
                values (?, ?, ?, ?, 'somebody', ?, ?, tstzrange(?, ?), ?::jsonb, ?, 1)
                """,
                "user " + user,
                group.value(),
                customer.value(),
                user.value(),
                verdict,
                reason,
                Rows.at(window.from()),
                Rows.at(window.end()),
                json.because(List.of(because)),
                Rows.at(now));
    }

    void member(PlatformUserId user, AccessGroupId group) {
        write(
                "insert into salto_group_member (group_id, platform_user, name, seen_at) values (?, ?, 'somebody', ?)",
                group.value(),
                user.value(),
                Rows.at(now));
        write("""
                insert into ledger (platform_user, group_id, ownership, since, since_run, confirmed_at)
                values (?, ?, 'OURS', ?, 1, ?)
                """, user.value(), group.value(), Rows.at(now), Rows.at(now));
    }

    void past(PlatformUserId user, AccessGroupId group, Window window, Because because) {
        write(
                "insert into ledger_past (platform_user, group_id, during, reasons, ended_by_run) "
                        + "values (?, ?, tstzrange(?, ?), ?::jsonb, 1)",
                user.value(),
                group.value(),
                Rows.at(window.from()),
                Rows.at(window.end()),
                json.because(List.of(because)));
    }

    void granted(CustomerId customer, AccessGroupId group, String name, Because because) {
        write(
                """
                insert into run_change (run, step, what, state, customer_id, platform_user, group_id, name, because, at)
                values (1, (select count(*) from run_change), 'GRANT', 'DONE', ?, (select platform_user from standing_link where customer_id = ?), ?, ?, ?::jsonb, ?)
                """,
                customer.value(),
                customer.value(),
                group.value(),
                name,
                json.because(List.of(because)),
                Rows.at(now));
    }

    static UUID uuid(long number) {
        return new UUID(7, number);
    }
}
