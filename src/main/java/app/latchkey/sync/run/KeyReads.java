package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.salto.Credentials;
import app.latchkey.salto.Keys;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Work.Between;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads which keys people have, a few at a time: Salto says it of one user at a time only. Pages show it and nothing else follows from it, so
 * that a failure here is none of a space's troubles.
 */
@Component
class KeyReads {

    private static final Logger LOG = LoggerFactory.getLogger(KeyReads.class);

    private static final int AT_ONCE = 25;
    private static final Duration KNOWN_FOR = Duration.ofHours(12);
    private static final Duration UNTIL_ALLOWED = Duration.ofHours(1);
    private static final Duration AFTER_GIVING_WAY = Duration.ofMinutes(1);

    private final Scopes scopes;
    private final SaltoKs salto;
    private final Credentials credentials;
    private final Snapshot observed;
    private final KeyRows rows;
    private final DueWork due;
    private final Periods periods;
    private final Clock clock;

    KeyReads(
            Scopes scopes,
            SaltoKs salto,
            Credentials credentials,
            Snapshot observed,
            KeyRows rows,
            DueWork due,
            Periods periods,
            Clock clock) {
        this.scopes = scopes;
        this.salto = salto;
        this.credentials = credentials;
        this.observed = observed;
        this.rows = rows;
        this.due = due;
        this.periods = periods;
        this.clock = clock;
    }

    Served read(Due row, Between between) {
        SpaceId space = row.space();
        Instant began = clock.instant();
        List<PlatformUserId> users = scopes.inSpace(space, () -> rows.readBefore(began.minus(KNOWN_FOR), AT_ONCE));
        try {
            for (PlatformUserId user : users) {
                known(space, user).ifPresent(found -> keys(space, found));
                between.serveDue();
                if (isInTheWay(space)) {
                    return new Served.Done(Optional.of(clock.instant().plus(AFTER_GIVING_WAY)));
                }
            }
        } catch (PartnerFailure failure) {
            return failure.category() == Category.RIGHT_MISSING
                    ? new Served.Done(Optional.of(began.plus(UNTIL_ALLOWED)))
                    : new Served.Again(Patience.after(failure, row.attempts(), clock.instant()));
        }
        return new Served.Done(Optional.of(clock.instant().plus(periods.keys())));
    }

    /** Whatever else is to be read decides who gets in. */
    private boolean isInTheWay(SpaceId space) {
        return scopes.inSpace(space, () -> due.dueReadings(space, clock.instant(), 2)).stream()
                .anyMatch(other -> !(other.subject() instanceof Subject.OfKeys));
    }

    /** Of people about whom somebody asks now: the user is read anew too. */
    void look(SpaceId space, Set<PlatformUserId> users) {
        try {
            for (PlatformUserId user : users) {
                known(space, user).flatMap(found -> anew(space, found)).ifPresent(found -> keys(space, found));
            }
        } catch (PartnerFailure failure) {
            LOG.info("What somebody of space {} opens with stays as it was read before: {}", space, failure.category());
        }
    }

    private Optional<SaltoUser> known(SpaceId space, PlatformUserId user) {
        return scopes.inSpace(space, () -> observed.user(user));
    }

    private Optional<SaltoUser> anew(SpaceId space, SaltoUser known) {
        Instant at = clock.instant();
        Optional<SaltoUser> now = salto.user(space, known.siteUser());
        now.ifPresent(user -> scopes.inSpace(space, () -> observed.put(user, at)));
        return now;
    }

    /** Whoever is gone meanwhile has none; the next reading of the users says so. */
    private void keys(SpaceId space, SaltoUser user) {
        Instant at = clock.instant();
        try {
            Keys keys = credentials.keys(space, user.siteUser());
            scopes.inSpace(space, () -> rows.put(user.platformUser(), keys, at));
        } catch (PartnerFailure failure) {
            if (!failure.is(Category.NOT_FOUND)) {
                throw failure;
            }
        }
    }
}
