package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.Source;
import app.latchkey.nexudus.SourceRead;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A list that is empty all at once, although somebody is let in by what was on it: where Nexudus still has some of that when it is asked for by its
 * id, the list says nothing, and nobody loses anything by it.
 */
@Component
class EmptyLists {

    private static final int ASKED_FOR = 3;
    private static final Map<Source, PurchaseKind> KINDS = Map.of(
            Source.PASSES, PurchaseKind.PASS,
            Source.BOOKINGS, PurchaseKind.BOOKING,
            Source.CONTRACTS, PurchaseKind.CONTRACT);

    private final Scopes scopes;
    private final Nexudus nexudus;
    private final Entitled entitled;
    private final Clock clock;

    EmptyLists(Scopes scopes, Nexudus nexudus, Entitled entitled, Clock clock) {
        this.scopes = scopes;
        this.nexudus = nexudus;
        this.entitled = entitled;
        this.clock = clock;
    }

    /** The same reading, in which such a list counts as not read. */
    FullRead doubted(SpaceId space, FullRead read) {
        Map<Source, SourceRead> sources = new EnumMap<>(Source.class);
        sources.putAll(read.sources());
        sources.replaceAll((source, list) -> isWrong(space, source, list) ? doubted(list) : list);
        return new FullRead(read.startedAt(), read.items(), read.customers(), read.purchases(), sources);
    }

    private boolean isWrong(SpaceId space, Source source, SourceRead list) {
        PurchaseKind kind = KINDS.get(source);
        return kind != null
                && list.complete()
                && list.total() == 0
                && earning(space, kind).stream().anyMatch(purchase -> nexudus.isThere(space, purchase));
    }

    private List<PurchaseKey> earning(SpaceId space, PurchaseKind kind) {
        Instant now = clock.instant();
        return scopes.inSpace(space, () -> entitled.all().rows().stream())
                .filter(entitlement -> entitlement
                        .window()
                        .end()
                        .filter(end -> !end.isAfter(now))
                        .isEmpty())
                .map(Entitlement::because)
                .flatMap(because -> because.purchase().stream())
                .filter(purchase -> purchase.kind() == kind)
                .distinct()
                .sorted()
                .limit(ASKED_FOR)
                .toList();
    }

    private static SourceRead doubted(SourceRead list) {
        String words = "Nexudus lists no %s at all, and has some all the same when asked for them one by one."
                .formatted(list.source().title());
        return list.notWhole(words);
    }
}
