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
        if (!read.lacks(Source.PASSES) && !read.lacks(Source.CHECK_INS)) {
            complete.add(PurchaseKind.PASS);
        }
        if (!read.lacks(Source.BOOKINGS)) {
            complete.add(PurchaseKind.BOOKING);
        }
        if (!read.lacks(Source.CONTRACTS) && !read.lacks(Source.PAUSES)) {
            complete.add(PurchaseKind.CONTRACT);
        }
        if (!read.lacks(Source.DECISIONS)) {
            complete.add(PurchaseKind.DECIDED);
        }
        return complete;
    }

    static boolean isComplete(FullRead read, Source source) {
        return !read.lacks(source);
    }

    static List<SourceProgress> progress(FullRead read) {
        return read.sources().values().stream()
                .sorted(Comparator.comparing(SourceRead::source))
                .map(source ->
                        new SourceProgress(source.source().title(), source.rows(), source.total(), source.complete()))
                .toList();
    }
}
