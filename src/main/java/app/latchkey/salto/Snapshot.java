package app.latchkey.salto;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** What we know of a space's Salto site, as last read or written. Works within a space's scope, on that space's rows. */
@Repository("saltoSnapshot")
public class Snapshot {

    private final GroupRows groups;
    private final MemberRows members;
    private final UserRows users;
    private final ReadRows reads;
    private final SeatRows seats;

    Snapshot(GroupRows groups, MemberRows members, UserRows users, ReadRows reads, SeatRows seats) {
        this.groups = groups;
        this.members = members;
        this.users = users;
        this.reads = reads;
        this.seats = seats;
    }

    /** Takes over all groups of the site; others are gone. */
    public void replaceGroups(Collection<AccessGroup> all, Instant seenAt) {
        groups.replace(all, seenAt);
        reads.put(SaltoSource.GROUPS, all.size(), seenAt);
    }

    /** Takes over the members of these groups; others of these groups are gone, other groups stay as they are. */
    public void replaceMembers(Collection<AccessGroupId> of, Collection<GroupMember> all, Instant seenAt) {
        members.replace(of, all, seenAt);
        reads.put(SaltoSource.MEMBERS, all.size(), seenAt);
    }

    /** Takes over all users of the site; others are gone. */
    public void replaceUsers(Collection<SaltoUser> all, Instant seenAt) {
        users.replace(all, seenAt);
        reads.put(SaltoSource.USERS, all.size(), seenAt);
    }

    public void putSeats(Site site, Instant seenAt) {
        seats.put(site, seenAt);
    }

    /** Somebody got one since they were read. */
    public void seatTaken() {
        seats.count(1);
    }

    /** Somebody gave one back since they were read. */
    public void seatFreed() {
        seats.count(-1);
    }

    /** How many are left; empty as long as they were never read. */
    public Optional<Integer> seatsFree() {
        return seats.free();
    }

    public void put(SaltoUser user, Instant seenAt) {
        users.put(List.of(user), seenAt);
    }

    public void added(GroupMember member, Instant seenAt) {
        members.put(List.of(member), seenAt);
    }

    public void removed(AccessGroupId group, PlatformUserId user) {
        members.delete(group, user);
    }

    public List<AccessGroup> groups() {
        return groups.all();
    }

    public Set<AccessGroupId> groupIds() {
        return groups.ids();
    }

    public List<GroupMember> members() {
        return members.all();
    }

    public List<GroupMember> membersOf(AccessGroupId group) {
        return members.of(group);
    }

    /** The group memberships of these users. */
    public List<GroupMember> membersAmong(Set<PlatformUserId> users) {
        return members.ofUsers(users);
    }

    /** How many each group has; a group without any is missing. */
    public Map<AccessGroupId, Integer> memberCounts() {
        return members.counts();
    }

    /** The groups that one user is in. */
    public List<AccessGroupId> groupsOf(PlatformUserId user) {
        return members.groupsOf(user);
    }

    public List<SaltoUser> users() {
        return users.all();
    }

    public List<SaltoUser> users(Set<PlatformUserId> ids) {
        return users.of(ids);
    }

    public Optional<SaltoUser> user(PlatformUserId id) {
        return users.find(id);
    }

    /** When the source was last read whole. */
    public Optional<Instant> seenAt(SaltoSource source) {
        return reads.seenAt(source);
    }
}
