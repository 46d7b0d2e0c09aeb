package app.latchkey.sync;

import java.util.List;

/** One run with what it read and what it did. */
public record RunDetail(RunRow run, List<SourceProgress> reads, List<RunChangeRow> changes) {

    public RunDetail {
        reads = List.copyOf(reads);
        changes = List.copyOf(changes);
    }
}
