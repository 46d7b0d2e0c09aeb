package app.latchkey.nexudus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What could be made of the rows of a list. One record that makes no sense is set aside; one that lacks what decides makes the whole source
 * doubtful, because then lists leave that key out for everybody.
 *
 * @param quarantined which were set aside and why, for the operator
 * @param setAside their ids: they are there, whatever they say
 */
record Understood<T>(List<T> values, List<String> quarantined, Set<Long> setAside, Optional<String> trouble) {

    static <T> Understood<T> of(Source source, List<Row> rows, Function<Row, Optional<T>> reading) {
        List<T> values = new ArrayList<>();
        List<String> quarantined = new ArrayList<>();
        Set<Long> setAside = new HashSet<>();
        Optional<String> trouble = Optional.empty();
        for (Row row : rows) {
            try {
                reading.apply(row).ifPresent(values::add);
            } catch (Row.MissingField missing) {
                trouble = Optional.of("Nexudus left %s out of its %s.".formatted(missing.getMessage(), source.title()));
            } catch (Row.Nonsense nonsense) {
                setAside.add(row.id());
                quarantined.add("%s, record %d: %s".formatted(source.title(), row.id(), nonsense.getMessage()));
            }
        }
        return new Understood<>(values, quarantined, setAside, trouble);
    }
}
