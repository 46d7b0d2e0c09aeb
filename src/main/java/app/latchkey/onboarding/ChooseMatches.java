package app.latchkey.onboarding;

import app.latchkey.audit.Audit;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.entitlement.Matches;
import app.latchkey.identity.SignedIn;
import app.latchkey.matching.GroupsTaken;
import app.latchkey.matching.MatchableItem;
import app.latchkey.matching.Matching;
import app.latchkey.matching.Suggestion;
import app.latchkey.matching.Suggestions;
import app.latchkey.nexudus.Item;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.Lock;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.NaturalOrder;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Sync;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Step 3: which purchase opens which doors. */
@Service
public class ChooseMatches {

    private final SaltoKs salto;
    private final Nexudus nexudus;
    private final Matching matching;
    private final Sync sync;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Audit audit;
    private final Clock clock;

    ChooseMatches(
            SaltoKs salto,
            Nexudus nexudus,
            Matching matching,
            Sync sync,
            Scopes scopes,
            Spaces spaces,
            Audit audit,
            Clock clock) {
        this.salto = salto;
        this.nexudus = nexudus;
        this.matching = matching;
        this.sync = sync;
        this.scopes = scopes;
        this.spaces = spaces;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks both partners, then lays what was chosen over what is published over what is safe to suggest.
     *
     * @throws PartnerFailure when one of the two does not answer
     */
    public MatchTable load(SpaceId space, SignedIn viewer) {
        List<Item> items = nexudus.items(space).stream()
                .filter(item -> !item.archived())
                .sorted(order())
                .toList();
        GroupChoices groups = groups(space, viewer);
        Map<ItemId, Suggestion> suggestions = Suggestions.of(
                        items.stream().map(ChooseMatches::matchable).toList(),
                        groups.matchable(),
                        groups.taken().keySet())
                .stream()
                .collect(Collectors.toMap(Suggestion::item, suggestion -> suggestion));
        Matches current = matching.current(space);
        Map<ItemId, Set<AccessGroupId>> draft = matching.draft(space);
        return new MatchTable(
                items.stream()
                        .map(item -> row(item, Optional.ofNullable(suggestions.get(item.id())), current, draft))
                        .toList(),
                groups,
                doors(space),
                clock.instant());
    }

    /** The step goes on without them. */
    private List<Lock> doors(SpaceId space) {
        try {
            return salto.locks(space).stream()
                    .sorted(NaturalOrder.by(Lock::name).thenComparing(Lock::id))
                    .toList();
        } catch (PartnerFailure failure) {
            if (failure.is(Category.RIGHT_MISSING)) {
                return List.of();
            }
            throw failure;
        }
    }

    /** How many access groups Salto has that the table does not know. */
    public long newGroups(SpaceId space, MatchTable table) {
        return salto.groupIds(space).stream()
                .filter(group -> table.groups().find(group).isEmpty())
                .count();
    }

    /**
     * Makes an access group in Salto for each of these items, named as the item, and matches the two. It holds no door yet.
     *
     * @return how many were made
     * @throws PartnerFailure RIGHT_MISSING when the connected login may not
     */
    public int makeGroups(SpaceId space, List<MatchRow> rows, SignedIn by) {
        int made = 0;
        for (MatchRow row : rows) {
            var unused = makeGroup(space, row, by);
            made++;
        }
        return made;
    }

    private AccessGroupId makeGroup(SpaceId space, MatchRow row, SignedIn by) {
        AccessGroupId group = salto.makeGroup(space, row.item().name());
        matching.choose(space, row.item().id(), Set.of(group));
        audit.record(space, by.getName(), "Made the access group " + row.item().name() + " in Salto");
        return group;
    }

    /**
     * As {@link #makeGroups} for one item, and adds these doors.
     *
     * @return false when the group is there and the connected login may not add doors to it
     * @throws PartnerFailure RIGHT_MISSING when it may not make the group
     */
    public boolean makeGroup(SpaceId space, MatchRow row, List<Lock> doors, SignedIn by) {
        AccessGroupId group = makeGroup(space, row, by);
        try {
            for (Lock door : doors) {
                salto.addDoor(space, group, door.id());
                audit.record(
                        space,
                        by.getName(),
                        "Added the door %s to the access group %s in Salto"
                                .formatted(door.name(), row.item().name()));
            }
            return true;
        } catch (PartnerFailure failure) {
            if (failure.is(Category.RIGHT_MISSING)) {
                return false;
            }
            throw failure;
        }
    }

    /** Gives a group without a schedule one that always counts. */
    public boolean openAlways(SpaceId space, AccessGroupId group, SignedIn by) {
        salto.openAlways(space, group);
        audit.record(
                space, by.getName(), "Set a schedule that always counts in Salto", Map.of("group", group.toString()));
        return true;
    }

    public void choose(SpaceId space, ItemId item, Set<AccessGroupId> groups) {
        matching.choose(space, item, groups);
    }

    /**
     * Publishes what is chosen, here or in another window, and begins the review; nothing reaches a door yet.
     *
     * @return false, and nothing published, when the space has begun meanwhile: from then on matches are previewed first
     * @throws GroupsTaken when another space has taken a group meanwhile
     */
    public boolean publish(Space space, MatchTable shown, SignedIn by) {
        boolean published = scopes.inSpace(space.id(), () -> {
            if (spaces.held(space.id()).active()) {
                return false;
            }
            MatchTable table = shown.under(matching.draft(space.id()));
            long version = matching.publish(space.id(), table.matches(), by.account());
            spaces.setupReached(space.id(), SetupStep.REVIEW);
            audit.record(
                    space.id(),
                    by.getName(),
                    "Published matches",
                    Map.of("version", Long.toString(version), "items", Long.toString(table.matched())));
            return true;
        });
        if (published) {
            sync.startReview(space.id());
        }
        return published;
    }

    private static MatchRow row(
            Item item, Optional<Suggestion> suggested, Matches current, Map<ItemId, Set<AccessGroupId>> draft) {
        Suggestion suggestion =
                suggested.orElseGet(() -> new Suggestion(item.id(), Suggestion.Sureness.NONE, List.of()));
        Set<AccessGroupId> published = current.earnedBy(item.id());
        Set<AccessGroupId> untouched =
                current.version() == 0 ? suggestion.safe().map(Set::of).orElse(Set.of()) : published;
        return new MatchRow(item, draft.getOrDefault(item.id(), untouched), suggestion);
    }

    private GroupChoices groups(SpaceId space, SignedIn viewer) {
        List<AccessGroup> groups = salto.groups(space).stream()
                .sorted(NaturalOrder.by(AccessGroup::name))
                .toList();
        Set<AccessGroupId> ids = groups.stream().map(AccessGroup::id).collect(Collectors.toSet());
        Map<SpaceId, String> own = scopes.call(viewer.scope(), () -> spaces.ownedBy(viewer.account())).stream()
                .collect(Collectors.toMap(Space::id, Space::name));
        return new GroupChoices(groups, matching.claimedElsewhere(space, ids), own);
    }

    private static MatchableItem matchable(Item item) {
        return new MatchableItem(item.id(), item.name(), Set.of());
    }

    private static Comparator<Item> order() {
        return Comparator.comparing((Item item) -> item.id().kind())
                .thenComparing(Item::name, NaturalOrder.ofNames())
                .thenComparing(Item::id);
    }
}
