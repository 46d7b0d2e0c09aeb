package app.latchkey.sync;

import app.latchkey.connection.PartnerCall;
import java.util.List;

/**
 * One run with what it read and what it did.
 *
 * @param calls what was said to partners for its changes, in order
 */
public record RunDetail(RunRow run, List<SourceProgress> reads, List<RunChangeRow> changes, List<PartnerCall> calls) {

    public RunDetail {
        reads = List.copyOf(reads);
        changes = List.copyOf(changes);
        calls = List.copyOf(calls);
    }
}
