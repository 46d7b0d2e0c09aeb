package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.HelpCall;
import app.latchkey.sync.HelpCalls;
import app.latchkey.sync.LockShows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The table {@code help_call}, and the mail to those who can let somebody in. */
@Service
class RecordedHelpCalls implements HelpCalls {

    private static final Duration SAME = Duration.ofMinutes(10);
    private static final Duration SHOWN = Duration.ofDays(1);

    private static final String SELECT = """
        select help_call.*, coalesce(customer.full_name, 'A customer') as name
        from help_call left join nexudus_customer customer on customer.id = help_call.customer_id
        """;

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Spaces spaces;
    private final Notices notices;
    private final TeamNames team;
    private final Audit audit;
    private final LatchkeySettings settings;
    private final Clock clock;

    RecordedHelpCalls(
            Scopes scopes,
            JdbcClient jdbc,
            Spaces spaces,
            Notices notices,
            TeamNames team,
            Audit audit,
            LatchkeySettings settings,
            Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.spaces = spaces;
        this.notices = notices;
        this.team = team;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public HelpCall tell(
            SpaceId space,
            CustomerId customer,
            String door,
            String found,
            LockShows lockShows,
            Supplier<String> numbers) {
        Instant now = clock.instant();
        return scopes.inSpace(
                space,
                () -> lately(customer, door, now).orElseGet(() -> {
                    HelpCall call = insert(free(numbers), customer, door, found, lockShows, now);
                    write(spaces.get(space), call);
                    return call;
                }));
    }

    @Override
    public List<HelpCall> open(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql(SELECT + " where help_call.seen_at is null order by told_at")
                        .query(RecordedHelpCalls::call)
                        .list());
    }

    @Override
    public List<HelpCall> of(SpaceId space, CustomerId customer) {
        Instant since = clock.instant().minus(SHOWN);
        return scopes.inSpace(
                space,
                () -> jdbc.sql(SELECT + " where customer_id = :customer and told_at > :since order by told_at desc")
                        .param("customer", customer.value())
                        .param("since", Rows.at(since))
                        .query(RecordedHelpCalls::call)
                        .list());
    }

    @Override
    public void seen(SpaceId space, String number, AccountId by) {
        Instant now = clock.instant();
        scopes.inSpace(space, () -> {
            int changed = jdbc.sql("""
                update help_call set seen_at = :now, seen_by = :by
                where number = :number and seen_at is null
                """)
                    .param("now", Rows.at(now))
                    .param("by", by.value())
                    .param("number", number)
                    .update();
            if (changed > 0) {
                audit.record(space, team.of(by), "saw a call for help", Map.of("number", number));
            }
        });
    }

    private Optional<HelpCall> lately(CustomerId customer, String door, Instant now) {
        return jdbc.sql(SELECT + """
             where customer_id = :customer and door = :door and help_call.seen_at is null and told_at > :since
            order by told_at desc limit 1
            """)
                .param("customer", customer.value())
                .param("door", door)
                .param("since", Rows.at(now.minus(SAME)))
                .query(RecordedHelpCalls::call)
                .optional();
    }

    private HelpCall insert(
            String number, CustomerId customer, String door, String found, LockShows shows, Instant now) {
        jdbc.sql("""
            insert into help_call (number, customer_id, door, found, lock_shows, told_at)
            values (:number, :customer, :door, :found, :shows, :now)
            """)
                .param("number", number)
                .param("customer", customer.value())
                .param("door", door)
                .param("found", found)
                .param("shows", shows.name())
                .param("now", Rows.at(now))
                .update();
        return jdbc.sql(SELECT + " where number = :number")
                .param("number", number)
                .query(RecordedHelpCalls::call)
                .single();
    }

    /** Short numbers come round again. */
    private String free(Supplier<String> numbers) {
        String number = numbers.get();
        boolean taken = jdbc.sql("select exists (select 1 from help_call where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
        return taken ? free(numbers) : number;
    }

    private void write(Space space, HelpCall call) {
        Notice notice = Notice.of(
                        "help:" + space.id() + ":" + call.number() + ":" + call.toldAt(),
                        "%s stands at %s, %s".formatted(call.name(), oneLine(call.door()), call.number()),
                        List.of(
                                "%s is at %s and it stays shut.".formatted(call.name(), call.door()),
                                "We told them: " + call.found(),
                                "The lock shows: " + call.lockShows().words() + "."))
                .withLink("See it", settings.publicUrl().resolve("/spaces/" + space.slug() + "/decisions"));
        for (EmailAddress operator : spaces.operatorsOf(space.id())) {
            notices.send(operator, notice);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static HelpCall call(ResultSet row, int number) throws SQLException {
        return new HelpCall(
                row.getString("number"),
                new CustomerId(row.getLong("customer_id")),
                row.getString("name"),
                row.getString("door"),
                row.getString("found"),
                LockShows.valueOf(row.getString("lock_shows")),
                Rows.instant(row, "told_at").orElseThrow(),
                Rows.instant(row, "seen_at"));
    }
}
