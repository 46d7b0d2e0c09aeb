package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.plan.Conduct;
import app.latchkey.sync.plan.Seats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives back the seats of Salto users whom we have invited, who are in no group, and for whom nothing is due for long. Whoever is due again
 * gets one with the grant.
 */
@Component
class IdleSeats {

    /** Since when each is in no group that we know. Administrators and those who were there before us are not ours. */
    private static final String IN_NO_GROUP = """
            select link.platform_user_id as platform_user, max(greatest(link.linked_at, upper(past.during))) as since
            from link
            join salto_user known on known.space_id = link.space_id and known.platform_user = link.platform_user_id
            left join ledger_past past on past.space_id = link.space_id and past.platform_user = link.platform_user_id
            where link.evidence = 'INVITED_BY_US' and known.subscribed
              and not exists (select from salto_group_member member
                              where member.space_id = link.space_id and member.platform_user = link.platform_user_id)
            group by link.platform_user_id
            """;

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final SaltoKs salto;
    private final Snapshot snapshot;
    private final Deeds deeds;
    private final Clock clock;

    IdleSeats(Scopes scopes, JdbcClient jdbc, SaltoKs salto, Snapshot snapshot, Deeds deeds, Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.salto = salto;
        this.snapshot = snapshot;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** Outside any scope. Only from whole readings: what was not read may be due tomorrow. */
    void free(RunLog log, Planned planned, Turn turn) {
        Situation situation = planned.situation();
        if (situation.conduct(planned.now()) != Conduct.FULL || log.failure().isPresent()) {
            return;
        }
        Set<PlatformUserId> idle = new HashSet<>(scopes.inSpace(log.space(), () -> idle(planned)));
        if (idle.isEmpty()) {
            return;
        }
        try {
            idle.removeAll(inOtherGroups(log.space(), situation));
        } catch (PartnerFailure unknown) {
            log.countFailed(unknown);
            return;
        }
        idle.forEach(user -> free(log, situation, user, turn));
    }

    /** Within a space's scope: who would give a seat back now, as far as the groups that are read say. */
    Set<PlatformUserId> idle(Planned planned) {
        int days = planned.situation().space().rules().idleDays();
        return days == 0
                ? Set.of()
                : Seats.idle(inNoGroup(), nextDue(planned), Duration.ofDays(days), planned.now()).stream()
                        .filter(user -> !planned.situation().untouchable().contains(user))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private Map<PlatformUserId, Instant> inNoGroup() {
        Map<PlatformUserId, Instant> since = new HashMap<>();
        jdbc.sql(IN_NO_GROUP).query(row -> {
            since.put(
                    new PlatformUserId(row.getObject("platform_user", UUID.class)),
                    Rows.instant(row, "since").orElseThrow());
        });
        return since;
    }

    private static Map<PlatformUserId, Instant> nextDue(Planned planned) {
        Map<PlatformUserId, Instant> due = new HashMap<>();
        for (Entitlement entitlement : planned.entitlements()) {
            if (!entitlement.window().isOver(planned.now())) {
                planned.situation()
                        .userOf(entitlement.customer())
                        .ifPresent(user -> due.merge(
                                user, entitlement.window().from(), (one, other) -> one.isBefore(other) ? one : other));
            }
        }
        return due;
    }

    /** Groups that nothing is matched to are read only when it matters: somebody may be in one by hand. */
    private Set<PlatformUserId> inOtherGroups(SpaceId space, Situation situation) {
        Set<AccessGroupId> others = new HashSet<>(situation.groups().keySet());
        others.removeAll(situation.groupsOfInterest());
        return others.stream()
                .flatMap(group -> salto.members(space, group).stream())
                .map(GroupMember::platformUser)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void free(RunLog log, Situation situation, PlatformUserId id, Turn turn) {
        SaltoUser user = situation.users().get(id);
        Optional<CustomerId> customer =
                situation.customersOf(Set.of(id)).stream().sorted().findFirst();
        if (user == null || customer.filter(turn::isRight).isEmpty()) {
            return;
        }
        deeds.write(
                log,
                new Journal.Line(What.SUSPEND, State.INTENDED, customer.get(), id, null, user.name(), List.of(), null),
                () -> {
                    salto.suspend(log.space(), user.siteUser());
                    return true;
                },
                done -> {
                    snapshot.put(user.withoutSeat(), clock.instant());
                    snapshot.seatFreed();
                });
    }
}
