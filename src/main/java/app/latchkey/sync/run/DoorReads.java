package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.salto.DoorEvent;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.run.DoorEventRows.Unjudged;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads what happened at the doors and holds it against who was in which group then. Nothing is ever written to Salto because of it: it shows
 * what an operator cannot see otherwise, a door that opened without a reason or refused somebody who had one.
 */
@Component
class DoorReads {

    /** Salto may learn of something at a lock later than of what came after it; the same event twice is one. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    /** A lock that was offline tells of what happened there only when it is back: once a day, at a time of each space's own, more is read again. */
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private static final Duration AT_FIRST = Duration.ofDays(1);
    private static final Duration UNTIL_ALLOWED = Duration.ofHours(1);

    private final Scopes scopes;
    private final SaltoKs salto;
    private final DoorEventRows rows;
    private final DoorJudge judge;
    private final Hints hints;
    private final Periods periods;
    private final Clock clock;

    DoorReads(
            Scopes scopes,
            SaltoKs salto,
            DoorEventRows rows,
            DoorJudge judge,
            Hints hints,
            Periods periods,
            Clock clock) {
        this.scopes = scopes;
        this.salto = salto;
        this.rows = rows;
        this.judge = judge;
        this.hints = hints;
        this.periods = periods;
        this.clock = clock;
    }

    Served read(Due row) {
        SpaceId space = row.space();
        Instant asked = clock.instant();
        Instant since = scopes.inSpace(space, rows::readUntil)
                .map(until -> since(space, until, asked))
                .orElse(asked.minus(AT_FIRST));
        try {
            List<DoorEvent> events = salto.doorEvents(space, since);
            Map<Unjudged, Set<AccessGroupId>> suspects = scopes.inSpace(space, () -> {
                rows.add(events);
                rows.asked(asked, true);
                return judge.clear();
            });
            Map<AccessGroupId, Set<PlatformUserId>> others = members(space, suspects.values());
            scopes.inSpace(space, () -> judge.suspects(suspects, others));
        } catch (PartnerFailure failure) {
            return scopes.inSpace(space, () -> failed(row, failure, asked));
        }
        return new Served.Done(Optional.of(asked.plus(periods.doors())));
    }

    private static Instant since(SpaceId space, Instant until, Instant asked) {
        Instant usual = until.minus(OVERLAP);
        Instant back = asked.minus(LOOKED_BACK);
        return day(space, until).equals(day(space, asked)) || usual.isBefore(back) ? usual : back;
    }

    /** Days that begin at another minute for each space, so that they do not all read more at once. */
    private static Instant day(SpaceId space, Instant at) {
        long minutes = Math.floorMod(space.hashCode(), Duration.ofDays(1).toMinutes());
        return at.minus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.DAYS);
    }

    /** Of groups whose members are read for nothing else: the house's own, or another space's. */
    private Map<AccessGroupId, Set<PlatformUserId>> members(SpaceId space, Collection<Set<AccessGroupId>> groups) {
        return groups.stream()
                .flatMap(Set::stream)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), group -> members(space, group)));
    }

    private Set<PlatformUserId> members(SpaceId space, AccessGroupId group) {
        return salto.members(space, group).stream()
                .map(GroupMember::platformUser)
                .collect(Collectors.toSet());
    }

    /** An account that may not read events is none of a space's troubles: everything else works. */
    private Served failed(Due row, PartnerFailure failure, Instant asked) {
        if (failure.category() != Category.RIGHT_MISSING) {
            return hints.failed(row, failure, asked);
        }
        rows.asked(asked, false);
        return new Served.Done(Optional.of(asked.plus(UNTIL_ALLOWED)));
    }
}
