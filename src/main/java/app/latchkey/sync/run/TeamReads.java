package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Team;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.OptionalSource;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads who is in which team, where a rule of the space looks at that, and has everybody looked at who has come into one or is out of one. Whom a
 * team has lost stands nowhere at Nexudus: only what was known before tells.
 */
@Component
class TeamReads {

    private static final String CAUSE = "his team has changed";

    private final Scopes scopes;
    private final OptionReads options;
    private final Nexudus nexudus;
    private final Snapshot seen;
    private final Hints hints;
    private final Clock clock;

    TeamReads(Scopes scopes, OptionReads options, Nexudus nexudus, Snapshot seen, Hints hints, Clock clock) {
        this.scopes = scopes;
        this.options = options;
        this.nexudus = nexudus;
        this.seen = seen;
        this.hints = hints;
        this.clock = clock;
    }

    /** What cannot be read whole is asked for again: nobody may conclude from it that somebody has left. */
    Served read(Due row) {
        SpaceId space = row.space();
        if (!options.wanted(space).contains(OptionalSource.TEAMS)) {
            return new Served.Done(Optional.empty());
        }
        Optional<List<Team>> read;
        try {
            read = nexudus.teams(space);
        } catch (PartnerFailure failure) {
            return scopes.inSpace(space, () -> hints.failed(row, failure, clock.instant()));
        }
        Instant now = clock.instant();
        if (read.isEmpty()) {
            return new Served.Again(Patience.after(row.attempts(), now));
        }
        scopes.inSpace(space, () -> take(read.get(), now));
        return new Served.Done(Optional.empty());
    }

    private void take(List<Team> now, Instant at) {
        hints.dueNow(otherwise(seen.teams(), now), CAUSE, at);
        seen.replaceTeams(now);
    }

    /** Who shares what with whom, and did not, or did, and no longer does. */
    static Set<CustomerId> otherwise(List<Team> before, List<Team> now) {
        Set<Place> was = places(before);
        Set<Place> is = places(now);
        Set<Place> changed = new HashSet<>(was);
        changed.addAll(is);
        changed.removeIf(place -> was.contains(place) && is.contains(place));
        return changed.stream().map(Place::member).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Place> places(Collection<Team> teams) {
        return teams.stream()
                .flatMap(team ->
                        team.members().stream().map(member -> new Place(team.holder(), member, team.sharesPasses())))
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Place(CustomerId holder, CustomerId member, boolean sharesPasses) {}
}
