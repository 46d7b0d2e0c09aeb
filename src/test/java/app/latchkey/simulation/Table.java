package app.latchkey.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Rows by their key, in the order in which they came. As with the real ones, nothing is read or written outside a transaction. */
public final class Table<K, V> {

    private final Memory memory;
    private final Map<K, V> rows = new LinkedHashMap<>();

    Table(Memory memory) {
        this.memory = memory;
    }

    public Optional<V> get(K key) {
        memory.requireTransaction();
        return Optional.ofNullable(rows.get(key));
    }

    public List<V> all() {
        memory.requireTransaction();
        return List.copyOf(rows.values());
    }

    public List<V> where(Predicate<V> condition) {
        memory.requireTransaction();
        return rows.values().stream().filter(condition).toList();
    }

    public void put(K key, V value) {
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
        V before = rows.remove(key);
        if (before == null) {
            return false;
        }
        memory.changed(() -> rows.put(key, before));
        return true;
    }

    public void removeWhere(Predicate<V> condition) {
        memory.requireTransaction();
        rows.entrySet().stream()
                .filter(row -> condition.test(row.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::remove);
    }
}
