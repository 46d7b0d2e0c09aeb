package app.latchkey.salto;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import app.latchkey.simulation.Memory;
import app.latchkey.simulation.Table;
import app.latchkey.sync.plan.Membership;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was read of Salto, kept without a database. */
public final class SaltoInMemory {

    private SaltoInMemory() {}

    public static Snapshot snapshot(Memory memory) {
        return new Snapshot(
                new Groups(memory), new Members(memory), new Users(memory), new Read(memory), new Seats(memory));
    }

    private static final class Groups extends GroupRows {
        private final Table<AccessGroupId, AccessGroup> rows;

        Groups(Memory memory) {
            super(Memory.noDatabase(), new GroupHours(Memory.noDatabase()));
            rows = memory.table();
        }

        @Override
        void replace(Collection<AccessGroup> groups, Instant seenAt) {
            rows.removeWhere(group -> true);
            groups.forEach(group -> rows.put(group.id(), group));
        }

        @Override
        Set<AccessGroupId> ids() {
            return rows.all().stream().map(AccessGroup::id).collect(Collectors.toSet());
        }

        @Override
        List<AccessGroup> all() {
            return rows.all().stream()
                    .sorted(Comparator.comparing(AccessGroup::name))
                    .toList();
        }
    }

    private static final class Members extends MemberRows {
        private final Table<Membership, GroupMember> rows;

        Members(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
        }

        private static Membership key(GroupMember member) {
            return new Membership(member.platformUser(), member.group());
        }

        @Override
        void replace(Collection<AccessGroupId> groups, Collection<GroupMember> members, Instant seenAt) {
            rows.removeWhere(member -> groups.contains(member.group()));
            put(members, seenAt);
        }

        @Override
        void put(Collection<GroupMember> members, Instant seenAt) {
            members.forEach(member -> rows.put(key(member), member));
        }

        @Override
        void delete(AccessGroupId group, PlatformUserId user) {
            rows.remove(new Membership(user, group));
        }

        @Override
        List<GroupMember> all() {
            return rows.all().stream()
                    .sorted(Comparator.comparing(Members::key))
                    .toList();
        }

        @Override
        List<GroupMember> of(AccessGroupId group) {
            return all().stream().filter(member -> member.group().equals(group)).toList();
        }

        @Override
        List<GroupMember> ofUsers(Collection<PlatformUserId> users) {
            return all().stream()
                    .filter(member -> users.contains(member.platformUser()))
                    .toList();
        }

        @Override
        Map<AccessGroupId, Integer> counts() {
            return all().stream()
                    .collect(Collectors.groupingBy(GroupMember::group, Collectors.summingInt(member -> 1)));
        }
    }

    private static final class Users extends UserRows {
        private final Table<SiteUserId, SaltoUser> rows;

        Users(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
        }

        @Override
        void replace(Collection<SaltoUser> users, Instant seenAt) {
            Set<SiteUserId> there = users.stream().map(SaltoUser::siteUser).collect(Collectors.toSet());
            rows.removeWhere(user -> !there.contains(user.siteUser()));
            put(users, seenAt);
        }

        @Override
        void put(Collection<SaltoUser> users, Instant seenAt) {
            users.forEach(user -> rows.put(user.siteUser(), user));
        }

        @Override
        List<SaltoUser> all() {
            return rows.all().stream()
                    .sorted(Comparator.comparing(SaltoUser::siteUser))
                    .toList();
        }

        @Override
        List<SaltoUser> of(Collection<PlatformUserId> ids) {
            return all().stream()
                    .filter(user -> ids.contains(user.platformUser()))
                    .toList();
        }

        @Override
        Optional<SaltoUser> find(PlatformUserId id) {
            return of(Set.of(id)).stream().findFirst();
        }
    }

    private static final class Read extends ReadRows {
        private final Table<SaltoSource, Instant> rows;

        Read(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
        }

        @Override
        void put(SaltoSource source, int read, Instant seenAt) {
            rows.put(source, seenAt);
        }

        @Override
        Optional<Instant> seenAt(SaltoSource source) {
            return rows.get(source);
        }
    }

    private record Counted(int used, int bought) {}

    private static final class Seats extends SeatRows {
        private final Table<Boolean, Counted> rows;

        Seats(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
        }

        @Override
        void count(int more) {
            rows.get(true).ifPresent(now -> rows.put(true, new Counted(Math.max(0, now.used() + more), now.bought())));
        }

        @Override
        Optional<Integer> free() {
            return rows.get(true).map(now -> Math.max(0, now.bought() - now.used()));
        }

        @Override
        void put(Site site, Instant seenAt) {
            rows.put(true, new Counted(site.seatsUsed(), site.seatsBought()));
        }
    }
}
