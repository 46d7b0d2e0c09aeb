package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.nexudus.Changes;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.nexudus.Source;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.Causes;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks Nexudus what has changed, and has everybody concerned looked at: what finds a purchase that no hook told of. */
@Component
class ChangeReads {

    private final Scopes scopes;
    private final Nexudus nexudus;
    private final OptionReads options;
    private final Snapshot seen;
    private final ChangesRead before;
    private final Hints hints;
    private final Periods periods;
    private final Spaces spaces;
    private final Clock clock;

    ChangeReads(
            Scopes scopes,
            Nexudus nexudus,
            OptionReads options,
            Snapshot seen,
            ChangesRead before,
            Hints hints,
            Periods periods,
            Spaces spaces,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.nexudus = nexudus;
        this.options = options;
        this.seen = seen;
        this.before = before;
        this.hints = hints;
        this.periods = periods;
        this.clock = clock;
    }

    /** Where nothing was ever read whole there is nothing to compare with: the full run comes first. */
    Served read(Due row) {
        SpaceId space = row.space();
        try {
            scopes.inSpace(space, () -> since(space))
                    .map(since -> nexudus.changedSince(space, since, options.wanted(space)))
                    .ifPresent(changes -> scopes.inSpace(space, () -> take(changes)));
        } catch (PartnerFailure failure) {
            return scopes.inSpace(space, () -> hints.failed(row, failure, clock.instant()));
        }
        return new Served.Done(Optional.of(clock.instant().plus(periods.changes())));
    }

    private void take(Changes changes) {
        Instant now = clock.instant();
        hints.dueNow(changes.customers(), Causes.CHANGED, now);
        if (changes.teams()) {
            hints.dueNow(Subject.teams(), Causes.CHANGED, now);
        }
        if (changes.whole()) {
            before.put(changes.startedAt());
        }
    }

    /** The later of the last such reading and the last reading of everything. */
    private Optional<Instant> since(SpaceId space) {
        Optional<Instant> changes = before.at();
        return Stream.concat(changes.stream(), everything(space).stream()).max(Instant::compareTo);
    }

    private Optional<Instant> everything(SpaceId space) {
        Set<Source> sources = Source.of(spaces.get(space).decider());
        List<Instant> read =
                sources.stream().flatMap(source -> seen.seenAt(source).stream()).toList();
        return read.size() < sources.size() ? Optional.empty() : read.stream().min(Instant::compareTo);
    }
}
