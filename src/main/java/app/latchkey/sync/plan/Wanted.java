package app.latchkey.sync.plan;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Matches;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One person's claim to one access group: the union of all his customers' entitlements to it. */
record Wanted(Window window, List<Because> because) {

    /** What holds at {@code now}; empty when nothing does. */
    static Optional<Wanted> at(Instant now, List<Entitlement> entitlements) {
        if (entitlements.size() == 1) {
            return alone(now, entitlements.getFirst());
        }
        List<Because> because = entitlements.stream()
                .filter(entitlement -> entitlement.holdsAt(now))
                .sorted()
                .map(Entitlement::because)
                .distinct()
                .toList();
        return Window.union(entitlements.stream().map(Entitlement::window).toList()).stream()
                .filter(window -> window.contains(now))
                .findFirst()
                .map(window -> new Wanted(window, because));
    }

    /** As most are. */
    private static Optional<Wanted> alone(Instant now, Entitlement entitlement) {
        return entitlement.holdsAt(now)
                ? Optional.of(new Wanted(entitlement.window(), List.of(entitlement.because())))
                : Optional.empty();
    }

    /** The entitlements of each person to each group, as far as customers may enter and the matches still say so. */
    static Map<Pair, List<Entitlement>> byPair(Collection<Entitlement> entitlements, Matches matches, People people) {
        return entitlements.stream()
                .filter(entitlement -> people.mayEnter(entitlement.customer()))
                .filter(entitlement -> stillEarns(matches, entitlement))
                .collect(Collectors.groupingBy(
                        entitlement -> new Pair(people.subjectOf(entitlement.customer()), entitlement.group())));
    }

    /** Entitlements are stored; the match behind them may have been taken back since. */
    static boolean stillEarns(Matches matches, Entitlement entitlement) {
        return entitlement
                .because()
                .earnedBy()
                .map(item -> matches.earns(item.id(), entitlement.group()))
                .orElseGet(() -> matches.groups().contains(entitlement.group()));
    }

    /** Whom and what a decision is about. */
    record Pair(Subject subject, AccessGroupId group) {}
}
