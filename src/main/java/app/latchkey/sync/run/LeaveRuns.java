package app.latchkey.sync.run;

import app.latchkey.connection.Connection;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.MemberDirectory;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Leaving;
import app.latchkey.sync.Leaving.Outcome;
import app.latchkey.sync.Leaving.Stage;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.Lease;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Ends what is ours when a space leaves: group memberships, then tags, then webhooks, then connections and what we know. Each step is looked for before it is
 * done, so that whoever begins again after a crash comes to the same end.
 */
@Component
class LeaveRuns {

    private static final String LEAVING = "leaving";
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    private final Scopes scopes;
    private final Spaces spaces;
    private final LeavingRows rows;
    private final LeaveTags tags;
    private final Ledger ledger;
    private final Journal journal;
    private final Deeds deeds;
    private final SaltoWrites writes;
    private final SaltoKs salto;
    private final Nexudus nexudus;
    private final Connections connections;
    private final MemberDirectory directory;
    private final Health health;
    private final Failed failed;
    private final Clock clock;

    LeaveRuns(
            Scopes scopes,
            Spaces spaces,
            LeavingRows rows,
            LeaveTags tags,
            Ledger ledger,
            Journal journal,
            Deeds deeds,
            SaltoWrites writes,
            SaltoKs salto,
            Nexudus nexudus,
            Connections connections,
            MemberDirectory directory,
            Health health,
            Failed failed,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.rows = rows;
        this.tags = tags;
        this.ledger = ledger;
        this.journal = journal;
        this.deeds = deeds;
        this.writes = writes;
        this.salto = salto;
        this.nexudus = nexudus;
        this.connections = connections;
        this.directory = directory;
        this.health = health;
        this.failed = failed;
        this.clock = clock;
    }

    /** Nothing to do where somebody has decided to stay. */
    Served run(Due row, Lease lease) {
        Optional<Leaving> leaving =
                scopes.inSpace(row.space(), rows::latest).filter(known -> known.stage() != Stage.DONE);
        return leaving.map(known -> run(row, lease, known)).orElseGet(() -> new Served.Done(Optional.empty()));
    }

    private Served run(Due row, Lease lease, Leaving leaving) {
        Instant now = clock.instant();
        Instant from = heldUntil(row.space()).orElse(leaving.dueAt());
        if (now.isBefore(from)) {
            return new Served.Done(Optional.of(from), LEAVING);
        }
        long number = scopes.inSpace(row.space(), () -> {
            if (leaving.stage() == Stage.WAITING) {
                rows.go(leaving, now);
            }
            return journal.begin(RunKind.LEAVING, row, lease, now);
        });
        RunLog log = new RunLog(row.space(), lease, number);
        return failed.otherwise(row, log, () -> leave(row, log, leaving.number()));
    }

    private Served leave(Due row, RunLog log, int number) {
        takeOut(log, number);
        tags.takeBack(log, number, () -> isOver(log) || heldUntil(log.space()).isPresent());
        if (log.failure().isPresent()) {
            return scopes.inSpace(log.space(), () -> {
                Instant now = clock.instant();
                PartnerFailure failure = log.failure().get();
                health.trouble(failure.category().name(), failure.why().partner(), failure.words(), now);
                journal.end(log, RunOutcome.PARTLY, failure.words(), "[]", now);
                return new Served.Again(Patience.after(failure, row.attempts(), now));
            });
        }
        Optional<Instant> frozen = heldUntil(log.space());
        if (frozen.isPresent()) {
            return scopes.inSpace(log.space(), () -> {
                journal.end(log, RunOutcome.PARTLY, "Every change is stopped for now", "[]", clock.instant());
                return new Served.Done(frozen, LEAVING);
            });
        }
        removeHooks(log, number);
        return scopes.inSpace(log.space(), () -> forget(log, number));
    }

    private void takeOut(RunLog log, int number) {
        List<LeavingRows.Due> due = scopes.inSpace(log.space(), () -> rows.due(number));
        if (due.isEmpty()) {
            return;
        }
        Set<AccessGroupId> there = Set.copyOf(salto.groupIds(log.space()));
        Map<AccessGroupId, Set<PlatformUserId>> members = new HashMap<>();
        for (LeavingRows.Due one : due) {
            AccessGroupId group = one.membership().group();
            boolean in = there.contains(group)
                    && members.computeIfAbsent(group, _ -> members(log, group))
                            .contains(one.membership().user());
            if (in) {
                end(log, number, one);
            } else {
                scopes.inSpace(log.space(), () -> wasOut(log, number, one.membership()));
            }
            if (isOver(log) || heldUntil(log.space()).isPresent()) {
                return;
            }
        }
    }

    /** A freeze holds these writes like all others, also one that begins while they are under way; so does a gap. */
    private Optional<Instant> heldUntil(SpaceId id) {
        Space space = scopes.inSpace(id, () -> spaces.get(id));
        Instant now = clock.instant();
        return space.gap()
                .map(gap -> now.plus(LOOK_AGAIN))
                .or(() -> Optional.ofNullable(space.frozenUntil()).filter(now::isBefore));
    }

    private static boolean isOver(RunLog log) {
        return log.failure().filter(failure -> !failure.is(Category.NOT_FOUND)).isPresent();
    }

    private Set<PlatformUserId> members(RunLog log, AccessGroupId group) {
        return salto.members(log.space(), group).stream()
                .map(GroupMember::platformUser)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void end(RunLog log, int number, LeavingRows.Due one) {
        Membership membership = one.membership();
        Journal.Line intent = new Journal.Line(
                What.REVOKE, State.INTENDED, null, membership.user(), membership.group(), one.name(), List.of(), null);
        deeds.write(
                        log,
                        intent,
                        () -> {
                            writes.remove(log.space(), membership);
                            return true;
                        },
                        _ -> ended(log, number, membership, Outcome.TAKEN_OUT))
                .ifPresent(_ -> log.countRemoved());
    }

    /** By us, when we died before we could write it down; otherwise by somebody else. */
    private void wasOut(RunLog log, int number, Membership membership) {
        List<Journal.Open> ours = journal.open(log.number()).stream()
                .filter(open -> open.what() == What.REVOKE && open.membership().equals(membership))
                .toList();
        Instant now = clock.instant();
        ours.forEach(open -> journal.ended(open.run(), open.step(), State.DONE, "found done", now, 0));
        ended(log, number, membership, ours.isEmpty() ? Outcome.NOT_IN : Outcome.TAKEN_OUT);
    }

    private void ended(RunLog log, int number, Membership membership, Outcome outcome) {
        Instant now = clock.instant();
        rows.ended(number, membership, outcome, now);
        ledger.end(membership, log.number(), now);
    }

    /** Where nothing can be asked of Nexudus any more, what is left there is said; calls that still come in are refused. */
    private void removeHooks(RunLog log, int number) {
        if (scopes.inSpace(log.space(), () -> spaces.get(log.space()).decidedByNexudus())) {
            nexudus.forgetWebhooks(log.space());
            say(
                    log,
                    number,
                    "Nexudus still has our address, under Settings, Integrations, Access Control, Custom ACS: delete it"
                            + " there by hand.");
            return;
        }
        boolean usable = connections
                .of(log.space(), Partner.NEXUDUS)
                .filter(Connection::isUsable)
                .isPresent();
        try {
            if (usable) {
                nexudus.removeWebhooks(log.space());
                return;
            }
            leftOver(log, number, "Nexudus was not connected any more");
        } catch (PartnerFailure failure) {
            if (failure.againHelps()) {
                throw failure;
            }
            leftOver(log, number, failure.words());
        }
        nexudus.forgetWebhooks(log.space());
    }

    private void leftOver(RunLog log, int number, String why) {
        String words =
                "Our webhooks are still in Nexudus, under “Latchkey”, and can be deleted there by hand: " + why + ".";
        say(log, number, words.replace("..", "."));
    }

    private void say(RunLog log, int number, String words) {
        scopes.inSpace(log.space(), () -> rows.leftOver(number, words));
    }

    private Served forget(RunLog log, int number) {
        Instant now = clock.instant();
        ledger.all().forEach(row -> ledger.end(row.membership(), log.number(), now));
        directory.replace(log.space(), Map.of());
        for (Partner partner : Partner.values()) {
            connections.disconnect(log.space(), partner);
        }
        rows.done(number, now);
        journal.end(log, RunOutcome.DONE, null, "[]", now);
        return new Served.Done(Optional.empty());
    }
}
