package app.latchkey.simulation;

import app.latchkey.shared.SpaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Rows by their key, in the order in which they came. As with the real ones, nothing is read or written outside a transaction, and within the
 * scope of a space no other's rows are seen.
 */
public final class Table<K, V> {

    private final Memory memory;
    private final Supplier<Optional<SpaceId>> whose;
    private final Map<Optional<SpaceId>, Map<K, V>> bySpace = new LinkedHashMap<>();

    /** @param whose rows a statement sees */
    Table(Memory memory, Supplier<Optional<SpaceId>> whose) {
        this.memory = memory;
        this.whose = whose;
    }

    private Map<K, V> rows() {
        memory.requireTransaction();
        return bySpace.computeIfAbsent(whose.get(), space -> new LinkedHashMap<>());
    }

    /** Of all spaces: for the machine itself. */
    public List<V> everywhere() {
        memory.requireTransaction();
        return bySpace.values().stream().flatMap(rows -> rows.values().stream()).toList();
    }

    public Optional<V> get(K key) {
        return Optional.ofNullable(rows().get(key));
    }

    public List<V> all() {
        return List.copyOf(rows().values());
    }

    public List<V> where(Predicate<V> condition) {
        return rows().values().stream().filter(condition).toList();
    }

    public void put(K key, V value) {
        Map<K, V> rows = rows();
        V before = rows.put(key, value);
        memory.changed(() -> {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
    }

    /** True when there was one. */
    public boolean remove(K key) {
        Map<K, V> rows = rows();
        V before = rows.remove(key);
        if (before == null) {
            return false;
        }
        memory.changed(() -> rows.put(key, before));
        return true;
    }

    public void removeWhere(Predicate<V> condition) {
        rows().entrySet().stream()
                .filter(row -> condition.test(row.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::remove);
    }
}
