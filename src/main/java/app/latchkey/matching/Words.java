package app.latchkey.matching;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a name tells, folded: without case, accents, punctuation, floors and words that every name has.
 *
 * @param numbers its numbers, without leading zeros
 * @param telling its other words
 * @param kind what sort of room it says to be, where it does
 */
record Words(Set<String> numbers, Set<String> telling, Optional<Kind> kind) {

    /** Sorts of room that must not be mixed: Office 4 is not Room 4. */
    enum Kind {
        ROOM("room", "rooms", "mtg", "meeting", "conference", "sala", "salle", "raum", "besprechungsraum"),
        OFFICE("office", "offices", "off", "oficina", "despacho", "bureau", "buro", "escritorio", "suite"),
        DESK("desk", "desks", "mesa", "tisch", "schreibtisch", "secretaria");

        private final Set<String> words;

        Kind(String... words) {
            this.words = Set.of(words);
        }
    }

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern FLOORS =
            Pattern.compile("\\b\\d+\\s*(?:st|nd|rd|th)?\\s*(?:floor|fl|level|piso|planta|etage|stock)\\b"
                    + "|\\b(?:floor|level|piso|planta|etage)\\s*\\d+\\b|\\b\\d+(?:st|nd|rd|th)\\b|\\b\\d+f\\b");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Set<String> GENERIC = Set.of(
            "the",
            "a",
            "and",
            "of",
            "all",
            "old",
            "new",
            "pass",
            "passes",
            "member",
            "members",
            "membership",
            "group",
            "groups",
            "access",
            "door",
            "doors",
            "area",
            "floor",
            "ground",
            "space",
            "lobby",
            "lift",
            "no",
            "nr");

    Words {
        numbers = Collections.unmodifiableSet(new TreeSet<>(numbers));
        telling = Collections.unmodifiableSet(new TreeSet<>(telling));
    }

    static Words of(String name) {
        Set<String> words =
                Set.copyOf(List.of(BETWEEN.split(FLOORS.matcher(folded(name)).replaceAll(" "))));
        return new Words(
                words.stream().filter(Words::isNumber).map(Words::withoutZeros).collect(Collectors.toSet()),
                words.stream().filter(Words::isTelling).collect(Collectors.toSet()),
                kindOf(words));
    }

    boolean sharesNumber(Words other) {
        return !Collections.disjoint(numbers, other.numbers);
    }

    /** Both carry numbers, none in common. */
    boolean contradictsNumber(Words other) {
        return !numbers.isEmpty() && !other.numbers.isEmpty() && !sharesNumber(other);
    }

    boolean contradictsKind(Words other) {
        return kind.isPresent() && other.kind.isPresent() && !kind.equals(other.kind);
    }

    Set<String> shared(Words other) {
        Set<String> both = new TreeSet<>(telling);
        both.retainAll(other.telling);
        return both;
    }

    private static String folded(String name) {
        return ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
    }

    private static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    private static boolean isTelling(String word) {
        return !word.isEmpty()
                && !isNumber(word)
                && !GENERIC.contains(word)
                && kindOf(Set.of(word)).isEmpty();
    }

    private static Optional<Kind> kindOf(Set<String> words) {
        for (Kind kind : Kind.values()) {
            if (!Collections.disjoint(words, kind.words)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
