package app.latchkey.matching;

import app.latchkey.matching.Evidence.HoldersInside;
import app.latchkey.matching.Evidence.NamedDoors;
import app.latchkey.matching.Evidence.SameNumber;
import app.latchkey.matching.Evidence.SameWords;
import app.latchkey.matching.Suggestion.Candidate;
import app.latchkey.matching.Suggestion.Sureness;
import app.latchkey.shared.AccessGroupId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proposes a group for each item, with the evidence. Ticks by itself only what names say clearly and nothing rivals: a wrong tick opens a
 * door to strangers, a missing one costs a click.
 */
public final class Suggestions {

    private static final int CLEAR_LEAD = 2;
    private static final int STRONG = 4;
    private static final int SHOWN = 3;

    private Suggestions() {}

    /** @param taken groups of other spaces, which are never proposed */
    public static List<Suggestion> of(
            Collection<MatchableItem> items, Collection<MatchableGroup> groups, Set<AccessGroupId> taken) {
        List<MatchableGroup> free =
                groups.stream().filter(group -> !taken.contains(group.id())).toList();
        return items.stream().map(item -> suggest(item, free)).toList();
    }

    private static Suggestion suggest(MatchableItem item, List<MatchableGroup> groups) {
        List<Candidate> ranked = groups.stream()
                .map(group -> new Candidate(group.id(), evidence(item, group)))
                .filter(candidate -> candidate.weight() > 1)
                .sorted(Comparator.comparingInt(Candidate::weight).reversed().thenComparing(Candidate::group))
                .toList();
        List<Candidate> rivals = rivals(ranked);
        return new Suggestion(item.id(), sureness(rivals, groups), rivals);
    }

    /** The best and those that come close. */
    private static List<Candidate> rivals(List<Candidate> ranked) {
        return ranked.stream()
                .filter(candidate -> ranked.getFirst().weight() - candidate.weight() < CLEAR_LEAD)
                .limit(SHOWN)
                .toList();
    }

    private static Sureness sureness(List<Candidate> rivals, List<MatchableGroup> groups) {
        if (rivals.isEmpty()) {
            return Sureness.NONE;
        }
        if (rivals.size() > 1) {
            return Sureness.UNSURE;
        }
        Candidate only = rivals.getFirst();
        boolean opens = groups.stream().noneMatch(group -> group.id().equals(only.group()) && group.opensNothing());
        return opens && saysItByName(only) ? Sureness.SAFE : Sureness.LIKELY;
    }

    private static boolean saysItByName(Candidate candidate) {
        return candidate.evidence().stream()
                .filter(evidence -> evidence instanceof SameNumber || evidence instanceof SameWords)
                .anyMatch(evidence -> evidence.weight() >= STRONG);
    }

    private static List<Evidence> evidence(MatchableItem item, MatchableGroup group) {
        Words wanted = wordsOf(item);
        Words offered = Words.of(group.name());
        List<Evidence> found = new ArrayList<>();
        if (!wanted.contradictsNumber(offered) && !wanted.contradictsKind(offered)) {
            number(wanted, offered).ifPresent(found::add);
            words(wanted, offered).ifPresent(found::add);
        }
        doors(wanted, group).ifPresent(found::add);
        holders(item, group).ifPresent(found::add);
        return found;
    }

    /** An office is an office even when its name is only a number. */
    private static Words wordsOf(MatchableItem item) {
        Words words = Words.of(item.name());
        Optional<Words.Kind> kind = switch (item.id().kind()) {
            case RESOURCE -> words.kind();
            case DESK -> words.kind().or(() -> Optional.of(Words.Kind.DESK));
            case OFFICE -> words.kind().or(() -> Optional.of(Words.Kind.OFFICE));
            case PASS, GROUP -> words.kind();
        };
        return new Words(words.numbers(), words.telling(), kind);
    }

    private static Optional<Evidence> number(Words wanted, Words offered) {
        Set<String> both = new TreeSet<>(wanted.numbers());
        both.retainAll(offered.numbers());
        return both.stream().findFirst().map(SameNumber::new);
    }

    private static Optional<Evidence> words(Words wanted, Words offered) {
        Set<String> both = wanted.shared(offered);
        boolean all = wanted.telling().equals(offered.telling());
        return both.isEmpty() ? Optional.empty() : Optional.of(new SameWords(new TreeSet<>(both), all));
    }

    private static Optional<Evidence> doors(Words wanted, MatchableGroup group) {
        List<String> named =
                group.doors().stream().filter(door -> isCalled(door, wanted)).toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(new NamedDoors(named));
    }

    private static boolean isCalled(String door, Words wanted) {
        Words words = Words.of(door);
        if (wanted.contradictsKind(words) || wanted.contradictsNumber(words)) {
            return false;
        }
        return wanted.sharesNumber(words)
                || !wanted.telling().isEmpty() && words.telling().containsAll(wanted.telling());
    }

    private static Optional<Evidence> holders(MatchableItem item, MatchableGroup group) {
        int inside =
                (int) item.holders().stream().filter(group.members()::contains).count();
        return inside == 0
                ? Optional.empty()
                : Optional.of(new HoldersInside(inside, item.holders().size()));
    }
}
