package app.latchkey.matching;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Why a group could fit an item. */
public sealed interface Evidence {

    /** Points towards a suggestion; see {@link Suggestions} for what they add up to. */
    int weight();

    /** Both names carry the same number. */
    record SameNumber(String number) implements Evidence {
        @Override
        public int weight() {
            return 4;
        }
    }

    /** The names say the same, folded: all of their telling words, or only some. */
    record SameWords(SortedSet<String> words, boolean all) implements Evidence {
        public SameWords {
            words = new TreeSet<>(words);
        }

        @Override
        public int weight() {
            return all ? 4 : 3;
        }
    }

    /** The group holds doors that are called like the item. */
    record NamedDoors(List<String> doors) implements Evidence {
        public NamedDoors {
            doors = List.copyOf(doors);
        }

        @Override
        public int weight() {
            return 2;
        }
    }

    /** Of those who have the item, so many are in the group already. */
    record HoldersInside(int inside, int holders) implements Evidence {
        @Override
        public int weight() {
            return 2 * inside >= holders ? 2 : 1;
        }
    }
}
