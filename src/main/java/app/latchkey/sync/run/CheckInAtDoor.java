package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.entitlement.LocalTimes;
import app.latchkey.entitlement.Pass;
import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.EachSpace;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.Wish;
import app.latchkey.sync.CheckIns;
import app.latchkey.sync.CheckIns.CameIn;
import app.latchkey.sync.CheckIns.Outcome;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Ticked;
import app.latchkey.sync.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks people in at Nexudus when they first open a door on a day pass, where a space asks for it. It may cost money, so that each is asked for
 * once a business day, whatever comes of it: what is asked for is stored before the call. Nexudus is asked first whether somebody else has.
 */
@Component
class CheckInAtDoor {

    private static final Logger LOG = LoggerFactory.getLogger(CheckInAtDoor.class);
    private static final Duration LATELY = Duration.ofHours(1);

    private final EachSpace each;
    private final Scopes scopes;
    private final Spaces spaces;
    private final JdbcClient jdbc;
    private final CheckIns checkIns;
    private final Nexudus nexudus;
    private final DueWork due;
    private final Clock clock;

    CheckInAtDoor(
            EachSpace each,
            Scopes scopes,
            Spaces spaces,
            JdbcClient jdbc,
            CheckIns checkIns,
            Nexudus nexudus,
            DueWork due,
            Clock clock) {
        this.each = each;
        this.scopes = scopes;
        this.spaces = spaces;
        this.jdbc = jdbc;
        this.checkIns = checkIns;
        this.nexudus = nexudus;
        this.due = due;
        this.clock = clock;
    }

    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual().name("check-ins").start(() -> each.serve("check-ins", CheckInAtDoor::writes, this::look));
    }

    private static boolean writes(Space space) {
        return space.mayWrite() && !space.decidedByNexudus();
    }

    /** Looks at who came in lately. */
    private void look(Space space) {
        if (scopes.inSpace(space.id(), () -> spaces.wants(space.id(), Wish.CHECK_IN_AT_DOOR))) {
            checkIns.withoutCheckIn(space.id(), clock.instant().minus(LATELY)).forEach(one -> once(space, one));
        }
    }

    private void once(Space space, CameIn one) {
        Instant dayEnds = LocalTimes.endOfBusinessDay(
                one.last(), space.zone(), space.rules().cutOff());
        boolean first = dayEnds.isAfter(clock.instant()) && scopes.inSpace(space.id(), () -> begin(one, dayEnds));
        if (first) {
            Instant dayBegan = LocalTimes.startOfBusinessDay(
                    one.last(), space.zone(), space.rules().cutOff());
            Optional<Outcome> outcome = look(space.id(), one, dayBegan);
            scopes.inSpace(
                    space.id(),
                    () -> outcome.ifPresentOrElse(
                            known -> end(one.customer(), dayEnds, known), () -> forget(one.customer(), dayEnds)));
        }
    }

    private boolean begin(CameIn one, Instant dayEnds) {
        return jdbc.sql("""
                        insert into door_check_in (customer_id, day_ends, name, came_at, outcome)
                        values (:customer, :day, :name, :came, 'ASKED') on conflict do nothing
                        """)
                        .param("customer", one.customer().value())
                        .param("day", Rows.at(dayEnds))
                        .param("name", one.name())
                        .param("came", Rows.at(one.last()))
                        .update()
                == 1;
    }

    /**
     * What we know may be some minutes old: whoever was checked in meanwhile is not checked in twice, and whoever has no pass any more is sold none.
     * Empty as of {@link #ask}.
     */
    private Optional<Outcome> look(SpaceId space, CameIn one, Instant dayBegan) {
        try {
            if (nexudus.isCheckedIn(space, one.customer(), dayBegan)) {
                return Optional.of(Outcome.ALREADY);
            }
            if (!hasPass(space, one)) {
                return Optional.empty();
            }
        } catch (PartnerFailure failure) {
            LOG.info("Space {}: customer {} may be checked in: {}", space, one.customer(), failure.words());
            return failure.againHelps() ? Optional.empty() : Optional.of(Outcome.REFUSED);
        }
        return ask(space, one);
    }

    /** Nexudus sells a pass to whoever is checked in without one, where it is set up so. What it says now is read into what we know. */
    private boolean hasPass(SpaceId space, CameIn one) {
        CustomerFacts facts = nexudus.customer(space, one.customer());
        boolean has = facts.complete()
                && facts.purchases().stream()
                        .anyMatch(purchase -> purchase instanceof Pass pass
                                && pass.hasADayLeft()
                                && pass.expiry()
                                        .filter(end -> !end.isAfter(clock.instant()))
                                        .isEmpty());
        if (!has) {
            LOG.info("Space {}: customer {} is not checked in: Nexudus lists no pass to use", space, one.customer());
            Instant now = clock.instant();
            scopes.inSpace(space, () -> due.add(Subject.customer(one.customer()), now, "came in without a pass", now));
        }
        return has;
    }

    /** Empty where Nexudus, or we for it, said to come again later: then nothing was done. */
    private Optional<Outcome> ask(SpaceId space, CameIn one) {
        try {
            nexudus.checkIn(space, one.customer(), one.last());
            return Optional.of(Outcome.DONE);
        } catch (PartnerFailure failure) {
            LOG.info("Space {}: customer {} was not checked in: {}", space, one.customer(), failure.words());
            if (failure.retryAfter().isPresent()) {
                return Optional.empty();
            }
            return Optional.of(failure.is(Category.SILENT) ? Outcome.ASKED : Outcome.REFUSED);
        }
    }

    private void forget(CustomerId customer, Instant dayEnds) {
        jdbc.sql("delete from door_check_in where customer_id = :customer and day_ends = :day")
                .param("customer", customer.value())
                .param("day", Rows.at(dayEnds))
                .update();
    }

    /** What the check-in has used up is read at once. */
    private void end(CustomerId customer, Instant dayEnds, Outcome outcome) {
        Instant now = clock.instant();
        jdbc.sql("update door_check_in set outcome = :outcome where customer_id = :customer and day_ends = :day")
                .param("outcome", outcome.name())
                .param("customer", customer.value())
                .param("day", Rows.at(dayEnds))
                .update();
        due.add(Subject.customer(customer), now, "checked in at the door", now);
    }
}
