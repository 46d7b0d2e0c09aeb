package app.latchkey.simulation;

import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.people.LinkState;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Mode;
import app.latchkey.space.Space;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.run.EngineInMemory.ServedSpace;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows how things really are, looks at every write, and remembers the first promise that is broken. */
final class Onlooker implements SimulatedSalto.Witness {

    /** Members from which on a share of a group is looked at, and suspensions that need no yes, as the rails have it. */
    private static final int MANY = 10;

    private static final int FEW = 3;
    private static final int PLENTY = 1_000_000;

    private final World world;
    private final Clock node;
    private final Predicate<Purchase> hidden;
    private final Tale tale;
    private @Nullable ServedSpace engine;
    private @Nullable Matches replaced;
    private List<Instant> worked = List.of(World.START);
    /** What there was when the engine worked last: what was bought since is no reason why anybody had not gone yet. */
    private Set<PurchaseKey> bought = Set.of();

    private int writes;
    private List<Instant> began = List.of(World.START);
    private boolean changing;
    /** Who is in and has been entitled all the time, whatever has changed. */
    private Set<Membership> unchanged = new HashSet<>();

    private boolean working;
    private int mayStillWrite = PLENTY;
    private boolean approved;
    private final Map<AccessGroupId, Integer> inside = new HashMap<>();
    private final Map<AccessGroupId, Integer> unforeseen = new HashMap<>();

    /**
     * @param node what time it is for whoever does the work
     * @param hidden what Nexudus has never shown as it is now, and left out when it was asked
     */
    Onlooker(World world, Clock node, Predicate<Purchase> hidden, Tale tale) {
        this.world = world;
        this.node = node;
        this.hidden = hidden;
        this.tale = tale;
    }

    void watches(ServedSpace other) {
        engine = other;
    }

    private ServedSpace engine() {
        return Objects.requireNonNull(engine);
    }

    /** As it is, and as the node has it: what is right by one of the two clocks is not wrong. */
    private List<Instant> now() {
        return List.of(world.now(), node.instant());
    }

    private List<Instant> meanwhile() {
        return Stream.of(began, now()).flatMap(List::stream).toList();
    }

    int writes() {
        return writes;
    }

    /** An operator has just said yes to what was held. */
    void approves(boolean yes) {
        approved = yes;
    }

    /** Other matches are published than those by which the engine has worked last. */
    void publishes() {
        replaced = replaced == null ? engine().matches() : replaced;
    }

    boolean isWorking() {
        return working;
    }

    void begins() {
        began = now();
        unforeseen.clear();
        inside.clear();
        world.members.keySet().forEach(membership -> inside.merge(membership.group(), 1, Integer::sum));
        changing = false;
        unchanged = new HashSet<>();
        mayStillWrite = PLENTY;
        working = true;
    }

    void ends() {
        worked = now();
        bought = Set.copyOf(world.purchases.keySet());
        replaced = null;
        working = false;
    }

    /** Something changes while the engine works: what it does now may have been right a moment ago. */
    void whileChanging(Runnable change) {
        Set<Membership> before = changing ? unchanged : entitled();
        changing = true;
        change.run();
        unchanged = before;
        unchanged.retainAll(entitled());
    }

    private Set<Membership> entitled() {
        return world.members.keySet().stream()
                .filter(membership -> meanwhile().stream().allMatch(at -> isKnownEntitled(membership, at)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Longer than any lease: what was under way does not go on.
     *
     * @param sending whether a change was just being sent, which nobody can take back
     */
    void sleeps(boolean sending) {
        mayStillWrite = sending ? 1 : 0;
    }

    void breaks(String promise) {
        tale.breaks(promise);
    }

    private void writes(String what) {
        writes++;
        tale.says("  " + what);
        if (!working) {
            breaks("writes out of turn");
        }
        if (mayStillWrite-- == 0) {
            breaks("goes on writing after its lease");
        }
    }

    private void breaks(String promise, Membership membership) {
        if (!changing) {
            breaks(promise + " " + membership);
        }
    }

    @Override
    public void invites(EmailAddress email) {
        writes("invites " + email.value());
        if (!mayGrant() && !changing) {
            breaks("invites while nothing may be written");
        }
    }

    @Override
    public void adds(Membership membership) {
        writes("adds " + membership);
        staysHere(membership);
        if (world.members.containsKey(membership)) {
            breaks("adds somebody who is in", membership);
        }
        if (!engine().matches().groups().contains(membership.group())) {
            breaks("adds to a group that nothing earns", membership);
        }
        if (Objects.requireNonNull(world.users.get(membership.user())).isPrivileged()) {
            breaks("touches an administrator " + membership);
        }
        if (!mayGrant()) {
            breaks("grants while nothing may be written", membership);
        }
        if (meanwhile().stream().noneMatch(at -> isBelieved(membership, at))) {
            breaks("adds somebody without a reason", membership);
        }
    }

    @Override
    public void removes(Membership membership) {
        writes("removes " + membership);
        World.By by = world.members.get(membership);
        staysHere(membership);
        counts(membership);
        if (by == null) {
            breaks("removes somebody who is not in", membership);
        }
        if (by == World.By.HAND) {
            breaks("removes somebody whom somebody else put in " + membership);
        }
        if (!mayRemove()) {
            breaks("removes while nothing may be removed", membership);
        }
        if (meanwhile().stream().allMatch(at -> isKnownEntitled(membership, at))) {
            breaks("removes somebody who is entitled", membership);
            if (unchanged.contains(membership)) {
                breaks("removes somebody who is entitled " + membership);
            }
        }
    }

    private void staysHere(Membership membership) {
        if (!world.groups.contains(membership.group())) {
            breaks("reaches for another site " + membership);
        }
    }

    /** Purchases still count and yet people are put out: suspended, or no longer matched. Few of them at a time need nobody's yes. */
    private void counts(Membership membership) {
        Matches lastUsed = replaced == null ? engine().matches() : replaced;
        List<Instant> since = Stream.of(worked, now()).flatMap(List::stream).toList();
        boolean surprising = engine().confirmed().entrySet().stream()
                .filter(link -> link.getValue().equals(membership.user()))
                .anyMatch(link -> world.isPaidFor(link.getKey(), membership.group(), lastUsed, bought, since));
        if (surprising) {
            int leaving = unforeseen.merge(membership.group(), 1, Integer::sum);
            int before = inside.getOrDefault(membership.group(), 0);
            if (!approved && before >= MANY && leaving > FEW + before / 2) {
                breaks("puts more than half of a group out unasked", membership);
            }
        }
    }

    private boolean mayGrant() {
        Space space = engine().space();
        return space.mayWrite() && !space.frozen(node.instant());
    }

    private boolean mayRemove() {
        return mayGrant() && engine().space().mode() == Mode.FULL;
    }

    /** Whom the engine could not tell from its own. */
    boolean couldBeOurs(Membership membership) {
        return working
                || engine().isOpen(membership)
                || engine().ledger().stream().anyMatch(row -> row.membership().equals(membership));
    }

    /** By a link that was there before: of a new one the engine need not know. */
    private boolean isKnownEntitled(Membership membership, Instant at) {
        return engine().confirmed().entrySet().stream()
                .filter(link -> link.getValue().equals(membership.user()))
                .anyMatch(link ->
                        world.isKnownEntitled(link.getKey(), membership.group(), engine().matches(), hidden, at));
    }

    boolean isEntitled(Membership membership, Instant at) {
        return anybody(
                membership, (customer, group) -> world.isEntitled(customer, group.group(), engine().matches(), at));
    }

    private boolean isBelieved(Membership membership, Instant at) {
        return anybody(
                membership,
                (customer, group) -> world.mayBeBelievedEntitled(customer, group.group(), engine().matches(), at));
    }

    private boolean anybody(Membership membership, BiPredicate<CustomerId, Membership> is) {
        return links().entrySet().stream()
                .anyMatch(link -> link.getValue()
                                .linkedUser()
                                .filter(membership.user()::equals)
                                .isPresent()
                        && is.test(link.getKey(), membership));
    }

    private Map<CustomerId, LinkState> links() {
        return engine().links(world.customers.values(), world.users.values());
    }

    /** Entitled somewhere, and no Salto user yet, though nothing stands in the way of one. */
    List<CustomerId> uninvited(List<Instant> clocks) {
        return links().entrySet().stream()
                .filter(link -> link.getValue() instanceof LinkState.ToInvite)
                .map(Map.Entry::getKey)
                .filter(customer -> world.groups.stream()
                        .anyMatch(group -> clocks.stream()
                                .allMatch(now -> world.isEntitled(customer, group, engine().matches(), now))))
                .toList();
    }
}
