package app.latchkey.nexudus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What could be made of the rows of a list. One record that makes no sense is set aside; one that lacks what decides makes the whole source
 * doubtful, because then lists leave that key out for everybody.
 */
record Understood<T>(List<T> values, List<String> quarantined, Optional<String> trouble) {

    static <T> Understood<T> of(Source source, List<Row> rows, Function<Row, Optional<T>> reading) {
        List<T> values = new ArrayList<>();
        List<String> quarantined = new ArrayList<>();
        Optional<String> trouble = Optional.empty();
        for (Row row : rows) {
            try {
                reading.apply(row).ifPresent(values::add);
            } catch (Row.MissingField missing) {
                trouble = Optional.of("Nexudus left %s out of its %s.".formatted(missing.getMessage(), source.title()));
            } catch (Row.Nonsense nonsense) {
                quarantined.add(
                        "%s, record %s: %s".formatted(source.title(), row.node().path("Id"), nonsense.getMessage()));
            }
        }
        return new Understood<>(values, quarantined, trouble);
    }
}
