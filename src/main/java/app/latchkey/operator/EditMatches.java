package app.latchkey.operator;

import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Purchase;
import app.latchkey.identity.ByOperators;
import app.latchkey.matching.Evidence;
import app.latchkey.matching.MatchFlag;
import app.latchkey.matching.MatchLinter;
import app.latchkey.matching.MatchVersion;
import app.latchkey.matching.MatchableGroup;
import app.latchkey.matching.MatchableItem;
import app.latchkey.matching.Matching;
import app.latchkey.matching.Suggestion;
import app.latchkey.matching.Suggestions;
import app.latchkey.nexudus.CustomAcs;
import app.latchkey.nexudus.Item;
import app.latchkey.nexudus.OfferedGroup;
import app.latchkey.operator.MatchSheet.Group;
import app.latchkey.operator.MatchSheet.Row;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.Lock;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.NaturalOrder;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Day-to-day changes of what opens what: from what was last read, so that no partner is waited for. */
@Service
public class EditMatches {

    private static final int VERSIONS = 30;

    private final Scopes scopes;
    private final Matching matching;
    private final app.latchkey.nexudus.Snapshot nexudus;
    private final app.latchkey.salto.Snapshot salto;
    private final CustomAcs acs;

    EditMatches(
            Scopes scopes,
            Matching matching,
            app.latchkey.nexudus.Snapshot nexudus,
            app.latchkey.salto.Snapshot salto,
            CustomAcs acs) {
        this.scopes = scopes;
        this.matching = matching;
        this.nexudus = nexudus;
        this.salto = salto;
        this.acs = acs;
    }

    public MatchSheet read(SpaceId space) {
        return scopes.inSpace(space, () -> sheet(space));
    }

    /** The access groups that Nexudus may choose from, where it keeps the matches itself. */
    public List<OfferedGroup> offered(SpaceId space) {
        return acs.offered(space);
    }

    /** What Nexudus said there that opens nothing. */
    public List<String> faults(SpaceId space) {
        return acs.faults(space);
    }

    /** Choosing what is published anyway is no change. */
    @ByOperators
    public void choose(SpaceId space, ItemId item, Set<AccessGroupId> groups) {
        if (groups.equals(matching.current(space).earnedBy(item))) {
            matching.unchoose(space, item);
        } else {
            matching.choose(space, item, groups);
        }
    }

    @ByOperators
    public void discard(SpaceId space) {
        matching.discard(space);
    }

    /** The group is right as Salto calls and schedules it now. */
    @ByOperators
    public void agree(SpaceId space, AccessGroupId group) {
        matching.agree(space, group);
    }

    /** Makes a draft that leads back to an earlier version. */
    @ByOperators
    public void goBackTo(SpaceId space, MatchVersion version) {
        MatchSheet sheet = read(space);
        matching.discard(space);
        sheet.rows()
                .forEach(row -> choose(
                        space,
                        row.item().id(),
                        version.matches().earnedBy(row.item().id())));
    }

    private MatchSheet sheet(SpaceId space) {
        Matches published = matching.current(space);
        Map<ItemId, Set<AccessGroupId>> draft = matching.draft(space);
        List<Group> groups = groups(space);
        Map<AccessGroupId, MatchFlag> changed = matching.changedGroups(space);
        Map<ItemId, Suggestion> suggestions = suggestions(groups);
        List<Row> rows = nexudus.items().stream()
                .filter(item ->
                        !item.archived() || !published.earnedBy(item.id()).isEmpty())
                .sorted(Comparator.comparing((Item item) -> item.id().kind()).thenComparing(Item::name))
                .map(item -> {
                    Set<AccessGroupId> now = published.earnedBy(item.id());
                    Optional<Set<AccessGroupId>> chosen = Optional.ofNullable(draft.get(item.id()));
                    return new Row(
                            item,
                            now,
                            chosen,
                            flags(item.id(), chosen.orElse(now), groups, changed),
                            evidence(suggestions.get(item.id())));
                })
                .toList();
        return new MatchSheet(published, rows, groups, matching.versions(space, VERSIONS));
    }

    private List<Group> groups(SpaceId space) {
        List<AccessGroup> all = salto.groups();
        var taken = matching.claimedElsewhere(
                space, all.stream().map(AccessGroup::id).collect(Collectors.toSet()));
        Map<AccessGroupId, Long> people =
                salto.members().stream().collect(Collectors.groupingBy(GroupMember::group, Collectors.counting()));
        return all.stream()
                .sorted(NaturalOrder.by(AccessGroup::name))
                .map(group -> new Group(
                        group,
                        people.getOrDefault(group.id(), 0L).intValue(),
                        Optional.ofNullable(taken.get(group.id()))))
                .toList();
    }

    private static Map<AccessGroupId, List<MatchFlag>> flags(
            ItemId item, Set<AccessGroupId> chosen, List<Group> groups, Map<AccessGroupId, MatchFlag> changed) {
        Map<AccessGroupId, List<MatchFlag>> flags = new TreeMap<>();
        for (AccessGroupId id : chosen) {
            List<MatchFlag> found = groups.stream()
                    .filter(group -> group.group().id().equals(id))
                    .findFirst()
                    .map(group -> new ArrayList<>(
                            MatchLinter.flags(item, matchable(group.group(), Set.of()), group.takenBy())))
                    .orElseGet(() -> new ArrayList<>(List.of(new MatchFlag.Gone())));
            Optional.ofNullable(changed.get(id)).ifPresent(found::add);
            flags.put(id, found);
        }
        return flags;
    }

    private static Map<AccessGroupId, List<Evidence>> evidence(@Nullable Suggestion suggestion) {
        return suggestion == null
                ? Map.of()
                : suggestion.candidates().stream()
                        .collect(Collectors.toMap(Suggestion.Candidate::group, Suggestion.Candidate::evidence));
    }

    private Map<ItemId, Suggestion> suggestions(List<Group> groups) {
        Map<AccessGroupId, Set<EmailAddress>> members = members();
        List<MatchableGroup> matchable = groups.stream()
                .map(group -> matchable(
                        group.group(), members.getOrDefault(group.group().id(), Set.of())))
                .toList();
        Set<AccessGroupId> taken = groups.stream()
                .filter(group -> group.takenBy().isPresent())
                .map(group -> group.group().id())
                .collect(Collectors.toSet());
        Map<ItemId, Set<EmailAddress>> holders = holders();
        List<MatchableItem> items = nexudus.items().stream()
                .map(item -> new MatchableItem(item.id(), item.name(), holders.getOrDefault(item.id(), Set.of())))
                .toList();
        return Suggestions.of(items, matchable, taken).stream()
                .collect(Collectors.toMap(Suggestion::item, suggestion -> suggestion));
    }

    private Map<AccessGroupId, Set<EmailAddress>> members() {
        Map<PlatformUserId, EmailAddress> emails = new HashMap<>();
        salto.users().forEach(user -> user.email().ifPresent(email -> emails.put(user.platformUser(), email)));
        Map<AccessGroupId, Set<EmailAddress>> members = new HashMap<>();
        for (GroupMember member : salto.members()) {
            Optional.ofNullable(emails.get(member.platformUser()))
                    .ifPresent(email -> members.computeIfAbsent(member.group(), _ -> new HashSet<>())
                            .add(email));
        }
        return members;
    }

    /** Who has bought, booked or signed for each item, as far as Nexudus still shows it. */
    private Map<ItemId, Set<EmailAddress>> holders() {
        Map<CustomerId, EmailAddress> emails = new HashMap<>();
        nexudus.customers().forEach(customer -> customer.email().ifPresent(email -> emails.put(customer.id(), email)));
        Map<ItemId, Set<EmailAddress>> holders = new HashMap<>();
        for (Purchase purchase : nexudus.allPurchases()) {
            purchase.owner()
                    .map(emails::get)
                    .ifPresent(email -> purchase.items()
                            .forEach(item -> holders.computeIfAbsent(item.id(), _ -> new HashSet<>())
                                    .add(email)));
        }
        return holders;
    }

    private static MatchableGroup matchable(AccessGroup group, Set<EmailAddress> members) {
        return new MatchableGroup(
                group.id(),
                group.name(),
                group.hasSchedule(),
                group.alwaysOpen(),
                group.locks().stream().map(Lock::name).toList(),
                members);
    }
}
