package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Reason;
import app.latchkey.nexudus.Customer;
import app.latchkey.people.LinkEvidence;
import app.latchkey.people.People;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.Invited;
import app.latchkey.salto.NewSaltoUser;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
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
import app.latchkey.sync.work.DueWork;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries a plan out, grants before removals. */
@Component
class Steps {

    /**
     * What stands in the way of one person, and of nobody else. Why Salto refuses what is none of its known errors is not said: a group may be full,
     * and who is due after that is not to stand outside.
     */
    private static final Set<Category> OF_ONE_PERSON =
            EnumSet.of(Category.NOT_READY, Category.NOT_FOUND, Category.BY_HAND_FIRST, Category.REFUSED);

    private final Deeds deeds;
    private final SaltoWrites writes;
    private final SaltoKs salto;
    private final Ledger ledger;
    private final Snapshot snapshot;
    private final People people;
    private final DueWork due;
    private final Clock clock;

    Steps(
            Deeds deeds,
            SaltoWrites writes,
            SaltoKs salto,
            Ledger ledger,
            Snapshot snapshot,
            People people,
            DueWork due,
            Clock clock) {
        this.deeds = deeds;
        this.writes = writes;
        this.salto = salto;
        this.ledger = ledger;
        this.snapshot = snapshot;
        this.people = people;
        this.due = due;
        this.clock = clock;
    }

    /** Whom Salto made, and where it had him already: whoever has put him there, it was not we. */
    private record Newcomer(SaltoUser user, Set<AccessGroupId> groups) {}

    /** What was really done; the others have failed and are counted in the log. A partner who is away ends the steps. */
    List<Decision.Change> apply(RunLog log, Planned planned, Turn turn) {
        Map<CustomerId, Newcomer> invited = new HashMap<>();
        for (Invite invite : planned.plan().invitations()) {
            if (isOver(log)) {
                break;
            }
            if (turn.isRight(invite.customer())) {
                invite(log, planned, invite.customer()).ifPresent(came -> invited.put(invite.customer(), came));
            }
        }
        return planned.plan().changes().stream()
                .filter(change -> !isOver(log) && turn.isRight(change) && step(log, planned, change, invited))
                .toList();
    }

    private static boolean isOver(RunLog log) {
        return log.failure()
                .filter(failure -> !OF_ONE_PERSON.contains(failure.category()))
                .isPresent();
    }

    private boolean step(RunLog log, Planned planned, Decision.Change change, Map<CustomerId, Newcomer> invited) {
        return switch (change) {
            case Grant grant -> grant(log, planned, grant, invited);
            case Revoke revoke -> revoke(log, planned, revoke);
        };
    }

    private Optional<Newcomer> invite(RunLog log, Planned planned, CustomerId id) {
        Optional<Customer> customer =
                Optional.ofNullable(planned.situation().customers().get(id));
        Optional<EmailAddress> email = customer.flatMap(Customer::email);
        if (email.isEmpty()) {
            return Optional.empty();
        }
        String name = customer.get().fullName();
        Set<AccessGroupId> groups = new HashSet<>();
        Optional<Invited> came = deeds.write(
                log,
                new Journal.Line(What.INVITE, State.INTENDED, id, null, null, name, List.of(), null),
                () -> salto.invite(log.space(), NewSaltoUser.named(name, email.get())),
                invited -> {
                    snapshot.put(invited.user(), clock.instant());
                    if (invited.made()) {
                        made(log, id, invited.user());
                        snapshot.membersAmong(Set.of(invited.user().platformUser()))
                                .forEach(member -> groups.add(member.group()));
                    } else {
                        due.add(
                                app.latchkey.sync.Subject.customer(id),
                                clock.instant(),
                                "known to Salto",
                                clock.instant());
                    }
                });
        return came.filter(Invited::made).map(invited -> new Newcomer(invited.user(), groups));
    }

    /** Whoever was there before is not linked here: the next run looks who he is, as it does with everybody whom Salto shows. */
    private void made(RunLog log, CustomerId id, SaltoUser user) {
        if (user.subscribed()) {
            snapshot.seatTaken();
        }
        people.confirm(log.space(), id, user, LinkEvidence.INVITED_BY_US);
    }

    private boolean grant(RunLog log, Planned planned, Grant grant, Map<CustomerId, Newcomer> invited) {
        return switch (grant.subject()) {
            case Subject.SaltoUser known -> {
                Membership membership = new Membership(known.user(), grant.group());
                yield grant(log, planned, grant, membership, user(planned, known.user()), planned.reasons(membership));
            }
            case Subject.Newcomer newcomer ->
                Optional.ofNullable(invited.get(newcomer.customer()))
                        .filter(came -> !came.groups().contains(grant.group()))
                        .filter(came -> grant(log, planned, grant, newcomer.customer(), came.user()))
                        .isPresent();
        };
    }

    private boolean grant(RunLog log, Planned planned, Grant grant, CustomerId newcomer, SaltoUser user) {
        Membership membership = new Membership(user.platformUser(), grant.group());
        return grant(log, planned, grant, membership, Optional.of(user), planned.reasons(newcomer, membership));
    }

    private boolean grant(
            RunLog log,
            Planned planned,
            Grant grant,
            Membership membership,
            Optional<SaltoUser> user,
            List<Entitlement> reasons) {
        CustomerId customer =
                reasons.stream().findFirst().map(Entitlement::customer).orElse(null);
        String name = name(planned, grant.subject());
        Optional<Boolean> done = deeds.write(
                log,
                line(What.GRANT, customer, membership, name, grant.because(), null),
                () -> add(log, membership, user),
                seated -> {
                    ledger.put(membership, Ownership.OURS, reasons, log.number(), clock.instant());
                    snapshot.added(new GroupMember(membership.group(), membership.user(), name), clock.instant());
                });
        done.ifPresent(seated -> log.countAdded());
        return done.isPresent();
    }

    private boolean add(RunLog log, Membership membership, Optional<SaltoUser> user) {
        boolean seated = user.map(known -> writes.seat(log.space(), known)).orElse(true);
        if (!seated) {
            log.notQuite(membership, new Reason.NoSeat());
        }
        writes.add(log.space(), membership);
        return seated;
    }

    private boolean revoke(RunLog log, Planned planned, Revoke revoke) {
        if (!(revoke.subject() instanceof Subject.SaltoUser known)) {
            return false;
        }
        Membership membership = new Membership(known.user(), revoke.group());
        CustomerId customer = planned.situation().customersOf(Set.of(known.user())).stream()
                .sorted()
                .findFirst()
                .orElse(null);
        List<Because> because = revoke.endings().stream().map(Ending::because).toList();
        String foreseen = planned.expected().contains(membership)
                ? null
                : revoke.isSuspension() ? new Reason.Suspended().code() : "UNEXPECTED";
        Optional<Boolean> done = deeds.write(
                log,
                line(What.REVOKE, customer, membership, name(planned, revoke.subject()), because, foreseen),
                () -> {
                    writes.remove(log.space(), membership);
                    return true;
                },
                removed -> {
                    ledger.end(membership, log.number(), clock.instant());
                    snapshot.removed(membership.group(), membership.user());
                });
        done.ifPresent(removed -> log.countRemoved());
        return done.isPresent();
    }

    private static Journal.Line line(
            What what,
            @Nullable CustomerId customer,
            Membership membership,
            String name,
            List<Because> because,
            @Nullable String reason) {
        return new Journal.Line(
                what, State.INTENDED, customer, membership.user(), membership.group(), name, because, reason);
    }

    private static Optional<SaltoUser> user(Planned planned, PlatformUserId user) {
        return Optional.ofNullable(planned.situation().users().get(user));
    }

    private static String name(Planned planned, Subject subject) {
        return switch (subject) {
            case Subject.SaltoUser known -> planned.situation().name(known.user());
            case Subject.Newcomer newcomer -> planned.situation().name(newcomer.customer());
        };
    }
}
