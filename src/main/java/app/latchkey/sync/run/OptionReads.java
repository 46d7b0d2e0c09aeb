package app.latchkey.sync.run;

import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.OptionalSource;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.SpaceRules;
import app.latchkey.space.Spaces;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Reads what only rules look at that the space has switched on. What cannot be read whole stays as it was known. Outside any scope. */
@Component
class OptionReads {

    private final Scopes scopes;
    private final Spaces spaces;
    private final Nexudus nexudus;
    private final Snapshot seen;

    OptionReads(Scopes scopes, Spaces spaces, Nexudus nexudus, Snapshot seen) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.nexudus = nexudus;
        this.seen = seen;
    }

    Set<OptionalSource> wanted(SpaceId space) {
        Space known = scopes.inSpace(space, () -> spaces.get(space));
        return known.decidedByNexudus() ? Set.of() : wanted(known.rules());
    }

    static Set<OptionalSource> wanted(SpaceRules rules) {
        Set<OptionalSource> wanted = EnumSet.noneOf(OptionalSource.class);
        if (rules.looksAtTeams()) {
            wanted.add(OptionalSource.TEAMS);
        }
        if (rules.visitors()) {
            wanted.add(OptionalSource.VISITORS);
        }
        if (rules.looksAtInvoices()) {
            wanted.add(OptionalSource.INVOICES);
        }
        return wanted;
    }

    /** @return those of them that could not be read whole */
    Set<OptionalSource> read(SpaceId space, Set<OptionalSource> sources) {
        Set<OptionalSource> silent = EnumSet.noneOf(OptionalSource.class);
        sources.stream().filter(source -> !read(space, source)).forEach(silent::add);
        return silent;
    }

    private boolean read(SpaceId space, OptionalSource source) {
        return switch (source) {
            case TEAMS -> keep(space, nexudus.teams(space), seen::replaceTeams);
            case VISITORS -> keep(space, nexudus.visitors(space), seen::replaceVisitors);
            case INVOICES -> keep(space, nexudus.invoices(space), seen::replaceInvoices);
        };
    }

    /** Of one customer; a team is read only together with all others. */
    void read(SpaceId space, CustomerId customer, Set<OptionalSource> sources) {
        if (sources.contains(OptionalSource.VISITORS)) {
            keep(space, nexudus.visitors(space, customer), found -> seen.replaceVisitors(customer, found));
        }
        if (sources.contains(OptionalSource.INVOICES)) {
            keep(space, nexudus.invoices(space, customer), found -> seen.replaceInvoices(customer, found));
        }
    }

    private <T> boolean keep(SpaceId space, Optional<List<T>> found, Consumer<List<T>> keeping) {
        found.ifPresent(rows -> scopes.inSpace(space, () -> keeping.accept(rows)));
        return found.isPresent();
    }
}
