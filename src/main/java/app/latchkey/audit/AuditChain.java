package app.latchkey.audit;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Seals;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Seals an entry together with the one before it, and finds the first that does not fit. */
@Component
class AuditChain {

    private static final String PURPOSE = "audit";

    private final Seals seals;

    AuditChain(Seals seals) {
        this.seals = seals;
    }

    SealedEntry sealed(SpaceId space, Optional<SealedEntry> before, AuditEntry entry) {
        return new SealedEntry(entry, seals.seal(PURPOSE, canonical(space, before, entry)));
    }

    ChainCheck verify(SpaceId space, List<SealedEntry> oldestFirst) {
        Optional<SealedEntry> before = Optional.empty();
        for (SealedEntry next : oldestFirst) {
            if (!follows(space, before, next)) {
                return new ChainCheck.BrokenAt(next.entry().number());
            }
            before = Optional.of(next);
        }
        return new ChainCheck.Unbroken(oldestFirst.size());
    }

    private boolean follows(SpaceId space, Optional<SealedEntry> before, SealedEntry next) {
        long expected = before.map(kept -> kept.entry().number()).orElse(0L) + 1;
        return next.entry().number() == expected
                && seals.fits(next.seal(), PURPOSE, canonical(space, before, next.entry()));
    }

    /** Every part with its length, so that no two entries read alike. */
    private static String canonical(SpaceId space, Optional<SealedEntry> before, AuditEntry entry) {
        StringBuilder text = new StringBuilder();
        append(text, space.toString());
        append(
                text,
                before.map(kept -> HexFormat.of().formatHex(kept.seal().value()))
                        .orElse(""));
        append(text, Long.toString(entry.number()));
        append(text, entry.at().toString());
        append(text, entry.who());
        append(text, entry.what());
        new TreeMap<>(entry.details()).forEach((name, value) -> {
            append(text, name);
            append(text, value);
        });
        return text.toString();
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }
}
