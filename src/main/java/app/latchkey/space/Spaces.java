package app.latchkey.space;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The spaces. Each method names the scopes it can run in; opening one is the caller's. */
@Repository
public class Spaces {

    private final JdbcClient jdbc;
    private final Clock clock;

    Spaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** System: any space. Account: only one of whose team the account is. */
    public Optional<Space> bySlug(String slug) {
        return jdbc.sql("select * from space where slug = :slug")
                .param("slug", slug)
                .query(SpaceRow::read)
                .optional();
    }

    /** Space, System, or Account of its team. */
    public Optional<Space> find(SpaceId id) {
        return jdbc.sql("select * from space where space_id = :id")
                .param("id", id.value())
                .query(SpaceRow::read)
                .optional();
    }

    /** @throws IllegalArgumentException when there is no such space */
    public Space get(SpaceId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No space " + id));
    }

    /** System or Staff. */
    public List<Space> all() {
        return jdbc.sql("select * from space order by name, space_id")
                .query(SpaceRow::read)
                .list();
    }

    /** Account: the spaces of whose team the account is. */
    public List<Space> ownedBy(AccountId account) {
        return jdbc.sql("""
            select space.* from space join team using (space_id)
            where team.account_id = :account
            order by space.name, space.space_id
            """)
                .param("account", account.value())
                .query(SpaceRow::read)
                .list();
    }

    /**
     * System. A new space in watch mode at the first step of its set-up; the account becomes its owner.
     *
     * @throws SpaceNameTaken when the account has one of that name, in whatever case
     */
    public SpaceId create(AccountId owner, EmailAddress email, String name, ZoneId zone) {
        String shown = name.strip();
        oneAtATime();
        if (hasSpaceNamed(owner, shown)) {
            throw new SpaceNameTaken(shown);
        }
        SpaceId id = insert(shown, zone);
        join(id, owner, email, TeamRole.OWNER);
        return id;
    }

    /** Space: the next step is at least this one; going back to look at an earlier step takes nothing away. */
    public void setupReached(SpaceId id, SetupStep step) {
        SetupStep now = get(id).setup();
        if (now.isBefore(step)) {
            jdbc.sql("update space set setup = :step where space_id = :id")
                    .param("step", step.name())
                    .param("id", id.value())
                    .update();
        }
    }

    /** Space: set-up is done, and Latchkey looks after the doors in this mode. */
    public void activate(SpaceId id, Mode mode) {
        jdbc.sql("""
            update space set setup = 'DONE', mode = :mode, paused_at = null,
                   activated_at = coalesce(activated_at, :now)
            where space_id = :id
            """)
                .param("mode", mode.name())
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /** Space: who works out what its customers may open. Nothing happens to a space whose set-up is done. */
    public void decider(SpaceId id, Decider decider) {
        jdbc.sql("update space set decider = :decider where space_id = :id and setup <> 'DONE'")
                .param("decider", decider.name())
                .param("id", id.value())
                .update();
    }

    /** Space: nothing is written to its doors until it is resumed; pausing twice keeps the first instant. */
    public void pause(SpaceId id) {
        jdbc.sql("update space set paused_at = coalesce(paused_at, :now) where space_id = :id")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /** Space: every write is held until then, or, without an instant, no longer. */
    public void freeze(SpaceId id, Optional<Instant> until) {
        jdbc.sql("update space set frozen_until = :until where space_id = :id")
                .param(
                        "until",
                        until.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id.value())
                .update();
    }

    /** Space. */
    public void resume(SpaceId id) {
        jdbc.sql("update space set paused_at = null where space_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Space. */
    public void zone(SpaceId id, ZoneId zone) {
        jdbc.sql("update space set zone = :zone where space_id = :id")
                .param("zone", zone.getId())
                .param("id", id.value())
                .update();
    }

    /** Space. */
    public void rules(SpaceId id, SpaceRules rules) {
        jdbc.sql(RulesRow.UPDATE)
                .params(RulesRow.parameters(rules))
                .param("id", id.value())
                .update();
    }

    /** Space: as it is now, and as it stays until this transaction ends, whoever else wants to change it. */
    public Space held(SpaceId id) {
        jdbc.sql("select 1 from space where space_id = :id for no key update")
                .param("id", id.value())
                .query((row, number) -> true)
                .list();
        return get(id);
    }

    /** Space: what Latchkey may do to the doors of a space whose set-up is done. */
    public void mode(SpaceId id, Mode mode) {
        jdbc.sql("update space set mode = :mode where space_id = :id and setup = 'DONE'")
                .param("mode", mode.name())
                .param("id", id.value())
                .update();
    }

    /** Space or System: takes somebody out of the team. */
    public void leave(SpaceId id, AccountId account) {
        jdbc.sql("delete from team where space_id = :id and account_id = :account")
                .param("id", id.value())
                .param("account", account.value())
                .update();
    }

    /** Space. */
    public void passport(SpaceId id, Passport passport) {
        jdbc.sql("""
            update space set passport_white_label = :whiteLabel, passport_before_june_2020 = :early
            where space_id = :id
            """)
                .param("whiteLabel", passport.whiteLabel())
                .param("early", passport.sinceBeforeJune2020())
                .param("id", id.value())
                .update();
    }

    /** Space, or System right after {@link #create}. */
    public void contact(SpaceId id, ContactDetails contact) {
        jdbc.sql("""
            update space set contact_phone = :phone, contact_hours = :hours, contact_after_hours = :afterHours
            where space_id = :id
            """)
                .param("phone", contact.phone())
                .param("hours", contact.hours())
                .param("afterHours", contact.afterHours())
                .param("id", id.value())
                .update();
    }

    /** Space or System: adds somebody to the team, or changes what they may do. */
    public void join(SpaceId id, AccountId account, EmailAddress email, TeamRole role) {
        jdbc.sql("""
            insert into team (space_id, account_id, email_norm, role) values (:id, :account, :email, :role)
            on conflict (space_id, account_id) do update set role = excluded.role, email_norm = excluded.email_norm
            """)
                .param("id", id.value())
                .param("account", account.value())
                .param("email", email.value())
                .param("role", role.name())
                .update();
    }

    /** Account, Space or System: what the account may do at the space. */
    public Optional<TeamRole> roleOf(SpaceId id, AccountId account) {
        return jdbc.sql("select role from team where space_id = :id and account_id = :account")
                .param("id", id.value())
                .param("account", account.value())
                .query((row, number) -> TeamRole.valueOf(row.getString("role")))
                .optional();
    }

    /** Space or System: those who get the space's messages. */
    public List<EmailAddress> operatorsOf(SpaceId id) {
        return jdbc.sql("""
            select email_norm from team where space_id = :id and role in ('OWNER', 'OPERATOR')
            order by email_norm
            """)
                .param("id", id.value())
                .query((row, number) -> new EmailAddress(row.getString("email_norm")))
                .list();
    }

    /** Space: operators and the front desk. */
    public List<EmailAddress> teamOf(SpaceId id) {
        return jdbc.sql("select email_norm from team where space_id = :id order by email_norm")
                .param("id", id.value())
                .query((row, number) -> new EmailAddress(row.getString("email_norm")))
                .list();
    }

    /** Space: whether it asks for this. */
    public boolean wants(SpaceId id, Wish wish) {
        return jdbc.sql("select %s from space where space_id = :id".formatted(wish.column()))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Space. */
    public void wish(SpaceId id, Wish wish, boolean wanted) {
        jdbc.sql("update space set %s = :wanted where space_id = :id".formatted(wish.column()))
                .param("wanted", wanted)
                .param("id", id.value())
                .update();
    }

    /** Two spaces made at the same moment must not take the same name or slug. */
    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('space:create', 0))")
                .query((row, number) -> true)
                .list();
    }

    private boolean hasSpaceNamed(AccountId owner, String name) {
        return jdbc.sql("""
            select exists (select 1 from space join team using (space_id)
                           where team.account_id = :owner and lower(space.name) = lower(:name))
            """)
                .param("owner", owner.value())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private SpaceId insert(String name, ZoneId zone) {
        SpaceRules rules = SpaceRules.defaults();
        return jdbc.sql("""
            insert into space (slug, name, zone, before_seconds, after_seconds, cut_off, created_at)
            values (:slug, :name, :zone, :before, :after, :cutOff, :now) returning space_id
            """)
                .param("slug", freeSlug(name))
                .param("name", name)
                .param("zone", zone.getId())
                .param("before", rules.before().toSeconds())
                .param("after", rules.after().toSeconds())
                .param("cutOff", rules.cutOff())
                .param("now", now())
                .query((row, number) -> SpaceRow.id(row))
                .single();
    }

    private String freeSlug(String name) {
        String slug = Slugs.of(name);
        return Slugs.free(
                slug,
                jdbc.sql("select slug from space where slug = :slug or slug like :slug || '-%'")
                        .param("slug", slug)
                        .query((row, number) -> row.getString("slug"))
                        .set());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
