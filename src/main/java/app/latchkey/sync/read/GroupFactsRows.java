package app.latchkey.sync.read;

import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.salto.GroupHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import app.latchkey.sync.read.GroupFacts.Door;
import app.latchkey.sync.read.GroupFacts.Earned;
import app.latchkey.sync.read.GroupFacts.Ended;
import app.latchkey.sync.read.GroupFacts.Holder;
import app.latchkey.sync.read.GroupFacts.Stand;
import app.latchkey.sync.run.JsonText;
import app.latchkey.sync.run.Rows;
import app.latchkey.sync.run.ShutOut;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Everything recorded of a customer's access groups, in one query, with the hours of the groups. Within a space's scope. */
@Repository
class GroupFactsRows {

    /** How long a door that has closed stays on the member's page. */
    private static final Duration RECENT = Duration.ofDays(7);

    private static final TypeReference<List<Door>> DOORS = new TypeReference<>() {};

    /** One person may be several customers: what counts is who they are in Salto. */
    private static final String FACTS = """
        with me as (
          select link.platform_user, link.reason as unlinked,
                 not customer.active or customer.archived as stopped,
                 holder.blocked, holder.expires_at, not holder.subscribed as without_seat,
                 (select used < bought from salto_seats) as seats_left,
                 not holder.has_profile and holder.tag_number is null
                   and not (holder.uses_pin and coalesce(known_keys.pin, true)) as without_way,
                 (select max(at) from run_change
                  where what = 'INVITE' and state = 'DONE' and customer_id = asked.id) as invited_at,
                 (select complete_at from salto_source where source = 'USERS') as read_whole_at
          from (select :customer::bigint as id) asked
          left join standing_link link on link.customer_id = asked.id
          left join nexudus_customer customer on customer.id = asked.id
          left join salto_user holder on holder.platform_user = link.platform_user
          left join salto_key known_keys on known_keys.platform_user = link.platform_user
          limit 1),
        stands as (
          select distinct on (standing.group_id) standing.* from standing, me
          where standing.customer_id = :customer or standing.platform_user = me.platform_user
          order by standing.group_id, standing.run desc),
        earns as (
          select group_id, jsonb_agg(jsonb_build_object(
                   'window', jsonb_build_object('from', lower(during), 'until', upper(during)),
                   'because', because) order by during) as earned
          from entitlement
          where customer_id = :customer
             or customer_id in (select link.customer_id from standing_link link join me using (platform_user))
          group by group_id),
        past as (
          select distinct on (group_id) group_id, during, reasons from ledger_past join me using (platform_user)
          where upper(during) > :recent
          order by group_id, upper(during) desc)
        select ids.group_id, coalesce(known.name, 'A group that is gone') as name,
               stands.verdict, stands.reason, stands.because::text as because, stands.since as stands_since,
               lower(coalesce(stands.during, by_hand.during)) as from_at, upper(coalesce(stands.during, by_hand.during)) as until_at,
               earns.earned::text as earned, member.group_id is not null as member,
               ledger.ownership in ('OURS', 'ADOPTED') as ours, ledger.since_run,
               ledger.since as in_since,
               greatest(ledger.confirmed_at, member.seen_at) as confirmed_at,
               past.reasons::text as past_reasons, lower(past.during) as past_from, upper(past.during) as past_until,
               (select jsonb_agg(jsonb_build_object('lock', lock_id, 'name', name, 'online', online,
                                                    'offlineSince', offline.since) order by natural_order(name))
                from salto_group_lock lock left join salto_lock_offline offline using (lock_id)
                where lock.group_id = ids.group_id)::text as doors,
               me.*
        from (select group_id from stands union select group_id from earns union select group_id from past
              union select unnest(:also::uuid[])) ids
        cross join me
        left join stands on stands.group_id = ids.group_id
        left join lateral (
          select tstzrange(stands.since, greatest(stands.since, ends_at)) as during from by_hand_end
          where stands.verdict = 'BY_HAND' and platform_user = me.platform_user and group_id = ids.group_id) by_hand on true
        left join earns on earns.group_id = ids.group_id
        left join past on past.group_id = ids.group_id
        left join salto_group known on known.group_id = ids.group_id
        left join ledger on ledger.group_id = ids.group_id and ledger.platform_user = me.platform_user
        left join salto_group_member member
          on member.group_id = ids.group_id and member.platform_user = me.platform_user
        order by natural_order(coalesce(known.name, 'A group that is gone')), ids.group_id
        """;

    private final JdbcClient jdbc;
    private final JsonText json;
    private final GroupHours groupHours;

    GroupFactsRows(JdbcClient jdbc, JsonText json, GroupHours groupHours) {
        this.jdbc = jdbc;
        this.json = json;
        this.groupHours = groupHours;
    }

    List<GroupFacts> of(CustomerId customer, Instant now) {
        return of(customer, List.of(), now);
    }

    /** @param also groups to look at even if nothing was recorded of the person there */
    List<GroupFacts> of(CustomerId customer, Collection<AccessGroupId> also, Instant now) {
        Map<AccessGroupId, WeeklyHours> hours = groupHours.known();
        return jdbc.sql(FACTS)
                .param("customer", customer.value())
                .param("also", also.stream().map(AccessGroupId::value).toArray(UUID[]::new))
                .param("recent", Rows.at(now.minus(RECENT)))
                .query((row, number) -> facts(row, hours, now))
                .list();
    }

    private GroupFacts facts(ResultSet row, Map<AccessGroupId, WeeklyHours> hours, Instant now) throws SQLException {
        AccessGroupId group = new AccessGroupId(row.getObject("group_id", UUID.class));
        long sinceRun = row.getLong("since_run");
        Optional<Long> since = row.wasNull() ? Optional.empty() : Optional.of(sinceRun);
        return new GroupFacts(
                group,
                row.getString("name"),
                list(row, "doors", DOORS),
                stand(row),
                earned(row),
                row.getBoolean("member"),
                row.getBoolean("ours"),
                since,
                Rows.instant(row, "confirmed_at"),
                Rows.instant(row, "in_since"),
                Rows.instant(row, row.getBoolean("member") ? "confirmed_at" : "read_whole_at"),
                ended(row),
                Optional.ofNullable(hours.get(group)),
                holder(row, now));
    }

    /** What this version does not understand is not shown: the reason beside it says so. */
    private List<Earned> earned(ResultSet row) throws SQLException {
        String text = row.getString("earned");
        return row.wasNull() ? List.of() : json.understood(text, Earned.class);
    }

    private Optional<Stand> stand(ResultSet row) throws SQLException {
        Optional<Verdict> verdict = Verdict.in(row);
        if (verdict.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Stand(
                verdict.get(),
                window(row, "from_at", "until_at"),
                json.becauseList(row.getString("because")),
                Why.in(row, "reason"),
                Rows.instant(row, "stands_since").orElseThrow()));
    }

    private Optional<Ended> ended(ResultSet row) throws SQLException {
        String reasons = row.getString("past_reasons");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Ended(window(row, "past_from", "past_until"), json.becauseList(reasons)));
    }

    private static Holder holder(ResultSet row, Instant now) throws SQLException {
        Optional<Instant> expiry = Rows.instant(row, "expires_at");
        return new Holder(
                Why.in(row, "unlinked"),
                row.getBoolean("stopped"),
                shutOut(row, expiry.filter(at -> !at.isAfter(now))),
                expiry,
                Rows.instant(row, "invited_at"));
    }

    private static Optional<Reason> shutOut(ResultSet row, Optional<Instant> expired) throws SQLException {
        return ShutOut.of(
                row.getBoolean("blocked"),
                expired,
                !row.getBoolean("without_seat"),
                !row.getBoolean("without_way"),
                row.getBoolean("seats_left"));
    }

    private static Optional<Window> window(ResultSet row, String from, String until) throws SQLException {
        Optional<Instant> end = Rows.instant(row, until);
        return Rows.instant(row, from).flatMap(begin -> Window.ifNotEmpty(begin, end.orElse(null)));
    }

    private <T> List<T> list(ResultSet row, String column, TypeReference<List<T>> type) throws SQLException {
        String text = row.getString(column);
        return row.wasNull() ? List.of() : json.read(text, type);
    }
}
