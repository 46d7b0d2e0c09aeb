package app.latchkey.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One run in a list. */
public record RunRow(
        long number,
        RunKind kind,
        String subject,
        List<String> causes,
        Instant startedAt,
        Optional<Instant> endedAt,
        RunOutcome outcome,
        int added,
        int removed,
        int kept,
        int withheld,
        int held,
        int failed,
        Optional<String> trouble) {

    public RunRow {
        causes = List.copyOf(causes);
    }

    public boolean changedSomething() {
        return added + removed + failed > 0 || kind == RunKind.KEYS;
    }
}
