package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.shared.AccessGroupId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became different between two previews of the same space, in numbers.
 *
 * @param made purchases that the earlier one lacked
 * @param moved purchases that both know, with other times or items
 * @param ended purchases that the later one lacks
 * @param groups access groups in which somebody is, or is no longer, for another reason than a purchase
 */
public record ReviewChanges(
        Map<PurchaseKind, Integer> made,
        Map<PurchaseKind, Integer> moved,
        Map<PurchaseKind, Integer> ended,
        int groups) {

    public ReviewChanges {
        made = Map.copyOf(made);
        moved = Map.copyOf(moved);
        ended = Map.copyOf(ended);
    }

    /** What the lines of two previews tell. */
    public static ReviewChanges between(List<ReviewLine> before, List<ReviewLine> after) {
        Map<PurchaseKey, Set<Because>> earlier = purchases(before);
        Map<PurchaseKey, Set<Because>> later = purchases(after);
        Set<PurchaseKey> made = less(later.keySet(), earlier.keySet());
        Set<PurchaseKey> ended = less(earlier.keySet(), later.keySet());
        Set<PurchaseKey> moved = less(later.keySet(), made).stream()
                .filter(key -> !Objects.equals(later.get(key), earlier.get(key)))
                .collect(Collectors.toSet());
        Set<PurchaseKey> explained =
                Stream.of(made, ended, moved).flatMap(Collection::stream).collect(Collectors.toSet());
        return new ReviewChanges(count(made), count(moved), count(ended), groups(before, after, explained));
    }

    /** The later lines, marked where the earlier ones did not say the same. */
    public static List<ReviewLine> marked(List<ReviewLine> before, List<ReviewLine> after) {
        Map<String, ReviewLine> known = new HashMap<>();
        before.forEach(line -> known.put(line.person() + line.group(), line));
        return after.stream()
                .map(line -> {
                    ReviewLine earlier = known.get(line.person() + line.group());
                    return line.marked(earlier == null || !line.saysTheSame(earlier));
                })
                .toList();
    }

    private static int groups(List<ReviewLine> before, List<ReviewLine> after, Set<PurchaseKey> explained) {
        Set<AccessGroupId> groups = new HashSet<>();
        Stream.concat(
                        marked(before, after).stream().filter(ReviewLine::changed),
                        marked(after, before).stream().filter(ReviewLine::changed))
                .filter(line -> line.because().stream()
                        .flatMap(because -> because.purchase().stream())
                        .noneMatch(explained::contains))
                .forEach(line -> groups.add(line.group()));
        return groups.size();
    }

    private static Map<PurchaseKey, Set<Because>> purchases(List<ReviewLine> lines) {
        Map<PurchaseKey, Set<Because>> purchases = new HashMap<>();
        lines.stream()
                .flatMap(line -> line.because().stream())
                .forEach(because -> because.purchase()
                        .ifPresent(key -> purchases
                                .computeIfAbsent(key, _ -> new HashSet<>())
                                .add(because)));
        return purchases;
    }

    private static Map<PurchaseKind, Integer> count(Set<PurchaseKey> keys) {
        Map<PurchaseKind, Integer> count = new EnumMap<>(PurchaseKind.class);
        keys.forEach(key -> count.merge(key.kind(), 1, Integer::sum));
        return count;
    }

    private static Set<PurchaseKey> less(Set<PurchaseKey> all, Set<PurchaseKey> some) {
        return all.stream().filter(key -> !some.contains(key)).collect(Collectors.toSet());
    }
}
