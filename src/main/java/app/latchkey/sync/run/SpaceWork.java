package app.latchkey.sync.run;

import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Lease;
import app.latchkey.sync.work.Work;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Sends each row of due work to the run that serves it. */
@Component
class SpaceWork implements Work {

    private final Scopes scopes;
    private final Spaces spaces;
    private final CustomerRuns customers;
    private final SpaceRuns everything;
    private final ChangeReads changes;
    private final MemberReads members;
    private final DoorReads doors;
    private final TagRuns tags;
    private final KeyReads keys;
    private final TeamReads teams;
    private final Reviews reviews;
    private final LeaveRuns leaving;
    private final GapWatch gaps;
    private final DueWork due;
    private final Clock clock;

    SpaceWork(
            Scopes scopes,
            Spaces spaces,
            CustomerRuns customers,
            SpaceRuns everything,
            ChangeReads changes,
            MemberReads members,
            DoorReads doors,
            TagRuns tags,
            KeyReads keys,
            TeamReads teams,
            Reviews reviews,
            LeaveRuns leaving,
            GapWatch gaps,
            DueWork due,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.customers = customers;
        this.everything = everything;
        this.changes = changes;
        this.members = members;
        this.doors = doors;
        this.tags = tags;
        this.keys = keys;
        this.teams = teams;
        this.reviews = reviews;
        this.leaving = leaving;
        this.gaps = gaps;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public Served serve(Due row, Lease lease, Between between) {
        gaps.look(row.space(), lease);
        return switch (row.subject()) {
            case Subject.OfCustomer(var customer) -> customers.run(row, customer, lease);
            case Subject.OfGroup _ -> theWholeSpaceInstead(row);
            case Subject.OfChanges _ -> whereActive(row, () -> changes.read(row));
            case Subject.OfMembers _ -> whereActive(row, () -> members.read(row, between));
            case Subject.OfDoors _ -> whereActive(row, () -> doors.read(row));
            case Subject.OfKeys _ ->
                whereActive(row, () -> tags.run(row, lease).orElseGet(() -> keys.read(row, between)));
            case Subject.OfTeams _ -> whereActive(row, () -> teams.read(row));
            case Subject.OfSpace _ -> space(row, lease, between);
            case Subject.OfLeaving _ -> leaving.run(row, lease);
        };
    }

    /** Between two full runs nothing is read for a space that has not begun, or has left. */
    private Served whereActive(Due row, Supplier<Served> reading) {
        return isActive(row) ? reading.get() : new Served.Done(Optional.empty());
    }

    private boolean isActive(Due row) {
        return scopes.inSpace(row.space(), () -> spaces.get(row.space()).active());
    }

    private Served theWholeSpaceInstead(Due row) {
        scopes.inSpace(row.space(), () -> due.add(Subject.wholeSpace(), clock.instant(), "group", clock.instant()));
        return new Served.Done(Optional.empty());
    }

    private Served space(Due row, Lease lease, Between between) {
        boolean active = isActive(row);
        if (row.causes().contains("review")) {
            Served reviewed = reviews.run(row);
            return active && reviewed instanceof Served.Done ? new Served.Done(Optional.of(clock.instant())) : reviewed;
        }
        return active ? everything.run(row, lease, between) : new Served.Done(Optional.empty());
    }
}
