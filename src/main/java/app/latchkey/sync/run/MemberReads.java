package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.matching.Matching;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Site;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.Causes;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Work.Between;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads Salto's users and who is in the groups that matter, and has everybody looked at who is not as he was left. A stranger whom somebody
 * put in by hand waits for the full run: he is shown, and nothing follows from him.
 */
@Component
class MemberReads {

    private final Scopes scopes;
    private final SaltoKs salto;
    private final Snapshot observed;
    private final Matching matching;
    private final Ledger ledger;
    private final Circles circles;
    private final Standings standings;
    private final Hints hints;
    private final DueWork due;
    private final Periods periods;
    private final Clock clock;

    MemberReads(
            Scopes scopes,
            SaltoKs salto,
            Snapshot observed,
            Matching matching,
            Ledger ledger,
            Circles circles,
            Standings standings,
            Hints hints,
            DueWork due,
            Periods periods,
            Clock clock) {
        this.scopes = scopes;
        this.salto = salto;
        this.observed = observed;
        this.matching = matching;
        this.ledger = ledger;
        this.circles = circles;
        this.standings = standings;
        this.hints = hints;
        this.due = due;
        this.periods = periods;
        this.clock = clock;
    }

    Served read(Due row, Between between) {
        SpaceId space = row.space();
        try {
            seats(space);
            Set<PlatformUserId> others = users(space);
            others.addAll(members(space, between));
            scopes.inSpace(
                    space, () -> hints.dueNow(circles.customersOf(others), Causes.CHANGED_IN_SALTO, clock.instant()));
        } catch (PartnerFailure failure) {
            return scopes.inSpace(space, () -> hints.failed(row, failure, clock.instant()));
        }
        return new Served.Done(Optional.of(clock.instant().plus(periods.members())));
    }

    /** Who waits for a seat is looked at as soon as there is one. */
    private void seats(SpaceId space) {
        Instant at = clock.instant();
        Site site = salto.site(space);
        scopes.inSpace(space, () -> {
            observed.putSeats(site, at);
            if (site.seatsFree() > 0 && standings.waitForASeat(Set.of()) > 0) {
                due.add(Subject.wholeSpace(), at, "seats", at);
            }
        });
    }

    private Set<PlatformUserId> users(SpaceId space) {
        Instant at = clock.instant();
        List<SaltoUser> users = salto.users(space);
        return scopes.inSpace(space, () -> {
            Set<SaltoUser> others = difference(observed.users(), users, Function.identity());
            observed.replaceUsers(users, at);
            return others.stream().map(SaltoUser::platformUser).collect(Collectors.toCollection(HashSet::new));
        });
    }

    private Set<PlatformUserId> members(SpaceId space, Between between) {
        Set<AccessGroupId> there = Set.copyOf(salto.groupIds(space));
        Set<AccessGroupId> ofInterest = scopes.inSpace(space, () -> ofInterest(space));
        if (!there.containsAll(ofInterest)) {
            scopes.inSpace(space, () -> due.add(Subject.wholeSpace(), clock.instant(), "group gone", clock.instant()));
        }
        Set<PlatformUserId> others = new HashSet<>();
        for (AccessGroupId group : ofInterest) {
            if (there.contains(group)) {
                others.addAll(members(space, group));
                between.serveDue();
            }
        }
        return others;
    }

    private Set<PlatformUserId> members(SpaceId space, AccessGroupId group) {
        Instant at = clock.instant();
        List<GroupMember> members = salto.members(space, group);
        return scopes.inSpace(space, () -> {
            Set<PlatformUserId> others = difference(observed.membersOf(group), members, GroupMember::platformUser);
            observed.replaceMembers(Set.of(group), members, at);
            return others;
        });
    }

    /** Those that matches name and those that the ledger knows, as far as Salto had them when everything was read. */
    private Set<AccessGroupId> ofInterest(SpaceId space) {
        Set<AccessGroupId> groups = new HashSet<>(matching.current(space).groups());
        groups.addAll(ledger.groups());
        groups.retainAll(observed.groupIds());
        return groups;
    }

    private static <T, K> Set<K> difference(Collection<T> before, Collection<T> now, Function<T, K> key) {
        Set<K> gone = before.stream().map(key).collect(Collectors.toCollection(HashSet::new));
        Set<K> difference = now.stream().map(key).collect(Collectors.toCollection(HashSet::new));
        Set<K> both = new HashSet<>(gone);
        both.retainAll(difference);
        difference.addAll(gone);
        difference.removeAll(both);
        return difference;
    }
}
