package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.nexudus.Customer;
import app.latchkey.people.LinkEvidence;
import app.latchkey.people.People;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.NewSaltoUser;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Revoke;
import app.latchkey.sync.plan.Ending;
import app.latchkey.sync.plan.Invite;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.plan.Subject;
import app.latchkey.sync.work.Leases;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries a plan out: intent first, then the call, read back when the answer was lost, then the record. Grants before removals. Each write
 * of state carries the lease's epoch.
 */
@Component
class Steps {

    private final Scopes scopes;
    private final Leases leases;
    private final Journal journal;
    private final Ledger ledger;
    private final Snapshot snapshot;
    private final SaltoKs salto;
    private final People people;
    private final Clock clock;

    Steps(
            Scopes scopes,
            Leases leases,
            Journal journal,
            Ledger ledger,
            Snapshot snapshot,
            SaltoKs salto,
            People people,
            Clock clock) {
        this.scopes = scopes;
        this.leases = leases;
        this.journal = journal;
        this.ledger = ledger;
        this.snapshot = snapshot;
        this.salto = salto;
        this.people = people;
        this.clock = clock;
    }

    /** Whether a step is still right when its turn comes. */
    interface Turn {

        boolean isRight(CustomerId invited);

        boolean isRight(Decision.Change change);

        static Turn always() {
            return new Turn() {
                @Override
                public boolean isRight(CustomerId invited) {
                    return true;
                }

                @Override
                public boolean isRight(Decision.Change change) {
                    return true;
                }
            };
        }
    }

    /** What was really done; the others have failed and are counted in the log. A partner who is away ends the steps. */
    List<Decision.Change> apply(RunLog log, Planned planned, Turn turn) {
        Map<CustomerId, SaltoUser> invited = new HashMap<>();
        for (Invite invite : planned.plan().invitations()) {
            if (isOver(log)) {
                break;
            }
            if (turn.isRight(invite.customer())) {
                invite(log, planned, invite.customer()).ifPresent(user -> invited.put(invite.customer(), user));
            }
        }
        return planned.plan().changes().stream()
                .filter(change -> !isOver(log) && turn.isRight(change) && step(log, planned, change, invited))
                .toList();
    }

    private static boolean isOver(RunLog log) {
        return log.failure()
                .filter(failure -> !failure.is(Category.NOT_READY) && !failure.is(Category.NOT_FOUND))
                .isPresent();
    }

    private boolean step(RunLog log, Planned planned, Decision.Change change, Map<CustomerId, SaltoUser> invited) {
        return switch (change) {
            case Grant grant -> grant(log, planned, grant, invited);
            case Revoke revoke -> revoke(log, planned, revoke);
        };
    }

    private Optional<SaltoUser> invite(RunLog log, Planned planned, CustomerId id) {
        Customer customer = planned.situation().customers().get(id);
        if (customer == null || customer.email().isEmpty()) {
            return Optional.empty();
        }
        int step = intend(log, What.INVITE, id, null, null, customer.fullName(), List.of(), null);
        NewSaltoUser wanted =
                NewSaltoUser.named(customer.fullName(), customer.email().get());
        long began = System.nanoTime();
        try {
            log.lease().requireTime();
            SaltoUser user = salto.invite(log.space(), wanted);
            record(log, step, began, () -> {
                snapshot.put(user, clock.instant());
                people.confirm(log.space(), id, user, LinkEvidence.INVITED_BY_US);
            });
            return Optional.of(user);
        } catch (PartnerFailure failure) {
            failed(log, step, State.FAILED, failure, began);
            return Optional.empty();
        }
    }

    private boolean grant(RunLog log, Planned planned, Grant grant, Map<CustomerId, SaltoUser> invited) {
        Optional<SaltoUser> user = user(planned, grant.subject(), invited);
        Optional<PlatformUserId> id = switch (grant.subject()) {
            case Subject.SaltoUser known -> Optional.of(known.user());
            case Subject.Newcomer _ -> user.map(SaltoUser::platformUser);
        };
        if (id.isEmpty()) {
            return false;
        }
        Membership membership = new Membership(id.get(), grant.group());
        List<Entitlement> reasons = grant.subject() instanceof Subject.Newcomer newcomer
                ? planned.reasons(newcomer.customer(), membership)
                : planned.reasons(membership);
        CustomerId customer =
                reasons.stream().findFirst().map(Entitlement::customer).orElse(null);
        String name = name(planned, grant.subject());
        int step = intend(log, What.GRANT, customer, membership.user(), membership, name, grant.because(), null);
        long began = System.nanoTime();
        try {
            log.lease().requireTime();
            user.ifPresent(known -> seat(log, known, membership));
            add(log, membership);
            record(log, step, began, () -> {
                ledger.put(membership, Ownership.OURS, reasons, log.number(), clock.instant());
                snapshot.added(new GroupMember(membership.group(), membership.user(), name), clock.instant());
            });
            log.countAdded();
            return true;
        } catch (PartnerFailure failure) {
            failed(log, step, unsure(failure), failure, began);
            return false;
        }
    }

    private boolean revoke(RunLog log, Planned planned, Revoke revoke) {
        if (!(revoke.subject() instanceof Subject.SaltoUser known)) {
            return false;
        }
        Membership membership = new Membership(known.user(), revoke.group());
        CustomerId customer = planned.situation().customersOf(java.util.Set.of(known.user())).stream()
                .sorted()
                .findFirst()
                .orElse(null);
        List<Because> because = revoke.endings().stream().map(Ending::because).toList();
        String foreseen = planned.expected().contains(membership) || revoke.isSuspension() ? null : "UNEXPECTED";
        int step = intend(
                log,
                What.REVOKE,
                customer,
                known.user(),
                membership,
                name(planned, revoke.subject()),
                because,
                foreseen);
        long began = System.nanoTime();
        try {
            log.lease().requireTime();
            remove(log, membership);
            record(log, step, began, () -> {
                ledger.end(membership, log.number(), clock.instant());
                snapshot.removed(membership.group(), membership.user());
            });
            log.countRemoved();
            return true;
        } catch (PartnerFailure failure) {
            failed(log, step, unsure(failure), failure, began);
            return false;
        }
    }

    /** Somebody without a seat opens nothing, however many groups. */
    private void seat(RunLog log, SaltoUser user, Membership membership) {
        if (user.subscribed()) {
            return;
        }
        salto.subscribe(log.space(), user.siteUser());
        Optional<SaltoUser> now = salto.user(log.space(), user.siteUser());
        now.ifPresent(read -> scopes.inSpace(log.space(), () -> snapshot.put(read, clock.instant())));
        if (now.filter(SaltoUser::subscribed).isEmpty()) {
            log.notQuite(membership, "NO_SEAT");
        }
    }

    private void add(RunLog log, Membership membership) {
        try {
            salto.add(log.space(), membership.group(), membership.user());
        } catch (PartnerFailure failure) {
            if (!isLost(failure) || !isIn(log, membership)) {
                throw failure;
            }
        }
    }

    private void remove(RunLog log, Membership membership) {
        try {
            salto.remove(log.space(), membership.group(), membership.user());
        } catch (PartnerFailure failure) {
            if (!isLost(failure) || isIn(log, membership)) {
                throw failure;
            }
        }
    }

    private boolean isIn(RunLog log, Membership membership) {
        return salto.members(log.space(), membership.group()).stream()
                .anyMatch(member -> member.platformUser().equals(membership.user()));
    }

    /** Whether the call may have worked although it failed. */
    private static boolean isLost(PartnerFailure failure) {
        return failure.is(Category.SILENT) || failure.is(Category.UNREADABLE);
    }

    /** An intent that may have worked stays open: the next run looks, and knows the membership as ours. */
    private static State unsure(PartnerFailure failure) {
        return isLost(failure) ? State.INTENDED : State.FAILED;
    }

    private int intend(
            RunLog log,
            What what,
            @Nullable CustomerId customer,
            @Nullable PlatformUserId user,
            @Nullable Membership membership,
            String name,
            List<Because> because,
            @Nullable String reason) {
        int step = log.nextStep();
        Journal.Line line = new Journal.Line(
                what,
                State.INTENDED,
                customer,
                user,
                membership == null ? null : membership.group(),
                name,
                because,
                reason);
        scopes.inSpace(log.space(), () -> {
            leases.requireHeld(log.lease());
            journal.write(log.number(), step, line, clock.instant());
        });
        return step;
    }

    private void record(RunLog log, int step, long began, Runnable state) {
        scopes.inSpace(log.space(), () -> {
            leases.requireHeld(log.lease());
            state.run();
            journal.ended(log.number(), step, State.DONE, null, clock.instant(), millisSince(began));
        });
    }

    private void failed(RunLog log, int step, State state, PartnerFailure failure, long began) {
        log.countFailed(failure);
        scopes.inSpace(
                log.space(),
                () -> journal.ended(log.number(), step, state, failure.words(), clock.instant(), millisSince(began)));
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static Optional<SaltoUser> user(Planned planned, Subject subject, Map<CustomerId, SaltoUser> invited) {
        return switch (subject) {
            case Subject.SaltoUser known ->
                Optional.ofNullable(planned.situation().users().get(known.user()));
            case Subject.Newcomer newcomer -> Optional.ofNullable(invited.get(newcomer.customer()));
        };
    }

    private static String name(Planned planned, Subject subject) {
        return switch (subject) {
            case Subject.SaltoUser known -> planned.situation().name(known.user());
            case Subject.Newcomer newcomer -> planned.situation().name(newcomer.customer());
        };
    }
}
