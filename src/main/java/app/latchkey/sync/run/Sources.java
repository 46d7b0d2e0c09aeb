package app.latchkey.sync.run;

import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Source;
import app.latchkey.nexudus.SourceRead;
import app.latchkey.sync.SourceProgress;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a reading of everything is good for: an absence counts only in a source that was read to its end. */
final class Sources {

    private Sources() {}

    static Set<PurchaseKind> complete(FullRead read) {
        Set<PurchaseKind> complete = EnumSet.noneOf(PurchaseKind.class);
        if (isComplete(read, Source.PASSES) && isComplete(read, Source.CHECK_INS)) {
            complete.add(PurchaseKind.PASS);
        }
        if (isComplete(read, Source.BOOKINGS)) {
            complete.add(PurchaseKind.BOOKING);
        }
        if (isComplete(read, Source.CONTRACTS) && isComplete(read, Source.PAUSES)) {
            complete.add(PurchaseKind.CONTRACT);
        }
        return complete;
    }

    static boolean isComplete(FullRead read, Source source) {
        SourceRead state = read.sources().get(source);
        return state != null && state.complete();
    }

    static List<SourceProgress> progress(FullRead read) {
        return read.sources().values().stream()
                .sorted(Comparator.comparing(SourceRead::source))
                .map(source ->
                        new SourceProgress(source.source().title(), source.rows(), source.total(), source.complete()))
                .toList();
    }
}
