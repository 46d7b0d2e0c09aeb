package app.latchkey.sync.plan;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.Decision.Change;
import app.latchkey.sync.plan.Decision.Foreign;
import app.latchkey.sync.plan.Decision.Forget;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Hold;
import app.latchkey.sync.plan.Decision.Keep;
import app.latchkey.sync.plan.Decision.Revoke;
import app.latchkey.sync.plan.Decision.Withhold;
import java.util.List;
import java.util.Optional;

/** Decides about one person and one access group. */
final class Judge {

    private final PlanInput input;
    private final People people;
    private final Endings endings;

    Judge(PlanInput input, People people) {
        this.input = input;
        this.people = people;
        this.endings = new Endings(input, people);
    }

    /** About a customer without a Salto user: nobody who is not there can be in a group, so only a grant is possible. */
    Decision newcomer(CustomerId customer, AccessGroupId group, Wanted wanted) {
        Subject subject = Subject.of(customer);
        return people.withheld(customer)
                .or(() -> isGone(group) ? Optional.of(WithheldReason.GROUP_GONE) : Optional.empty())
                .<Decision>map(reason -> new Withhold(subject, group, reason, wanted.because()))
                .orElseGet(() -> granted(new Grant(subject, group, wanted.window(), wanted.because())));
    }

    /** Empty when there is nothing to say: neither wanted, nor in the group, nor in the ledger for a reason of ours. */
    Optional<Decision> saltoUser(Membership membership, Optional<LedgerRow> row, Optional<Wanted> wanted) {
        if (isGone(membership.group())) {
            return gone(membership, row, wanted);
        }
        boolean in = isIn(membership, row);
        if (isPinned(membership.user(), row)) {
            return pinned(membership, in, wanted);
        }
        return in ? Optional.of(present(membership, row, wanted)) : absent(membership, row, wanted);
    }

    private Optional<Decision> gone(Membership membership, Optional<LedgerRow> row, Optional<Wanted> wanted) {
        return wanted.<Decision>map(want -> withhold(membership, WithheldReason.GROUP_GONE, want))
                .or(() -> row.map(_ -> forget(membership)));
    }

    private static Optional<Decision> pinned(Membership membership, boolean in, Optional<Wanted> wanted) {
        return in
                ? Optional.of(foreign(membership, true, wanted))
                : wanted.map(want -> withhold(membership, WithheldReason.PROTECTED_PERSON, want));
    }

    private Decision present(Membership membership, Optional<LedgerRow> row, Optional<Wanted> wanted) {
        Optional<LedgerRow> ours = row.filter(known -> known.ownership().isOurs());
        if (ours.isEmpty()) {
            return foreign(membership, false, wanted);
        }
        return wanted.<Decision>map(
                        want -> new Keep(subject(membership), membership.group(), want.window(), want.because()))
                .orElseGet(() -> removal(membership, ours.get()));
    }

    private Optional<Decision> absent(Membership membership, Optional<LedgerRow> row, Optional<Wanted> wanted) {
        return wanted.map(want -> grant(membership, want)).or(() -> row.map(_ -> forget(membership)));
    }

    private Decision grant(Membership membership, Wanted wanted) {
        if (input.observed().takenOutByHand().contains(membership)) {
            return withhold(membership, WithheldReason.TAKEN_OUT_BY_HAND, wanted);
        }
        Grant grant = new Grant(subject(membership), membership.group(), wanted.window(), wanted.because());
        return input.reading().membershipsComplete() ? granted(grant) : new Hold(grant, HoldReason.SALTO_INCOMPLETE);
    }

    private Decision granted(Grant grant) {
        return input.reading().doubts(grant.because()) ? new Hold(grant, HoldReason.PURCHASE_DOUBTED) : allowed(grant);
    }

    private Decision removal(Membership membership, LedgerRow row) {
        Optional<List<Ending>> ended = endings.of(row);
        Revoke revoke = new Revoke(subject(membership), membership.group(), ended.orElse(List.of()));
        return ended.isPresent() ? allowed(revoke) : new Hold(revoke, HoldReason.NEXUDUS_INCOMPLETE);
    }

    private Decision allowed(Change change) {
        return switch (input.conduct()) {
            case FULL -> change;
            case GRANTS_ONLY -> change instanceof Revoke ? new Hold(change, HoldReason.GRANTS_ONLY) : change;
            case WATCHING -> new Hold(change, HoldReason.WATCHING);
            case PAUSED -> new Hold(change, HoldReason.PAUSED);
            case FROZEN -> new Hold(change, HoldReason.FROZEN);
            case UNKNOWN -> new Hold(change, HoldReason.UNKNOWN);
        };
    }

    /** While Salto was not read to the end, the ledger is the best knowledge there is. */
    private boolean isIn(Membership membership, Optional<LedgerRow> row) {
        return input.observed().memberships().contains(membership)
                || row.isPresent() && !input.reading().membershipsComplete();
    }

    private boolean isPinned(PlatformUserId user, Optional<LedgerRow> row) {
        return input.observed().untouchable().contains(user)
                || row.filter(known -> known.ownership().isPinned()).isPresent();
    }

    private boolean isGone(AccessGroupId group) {
        return input.observed().goneGroups().contains(group);
    }

    private static Foreign foreign(Membership membership, boolean pinned, Optional<Wanted> wanted) {
        List<Because> because = wanted.map(Wanted::because).orElse(List.of());
        return new Foreign(subject(membership), membership.group(), pinned, because);
    }

    private static Withhold withhold(Membership membership, WithheldReason reason, Wanted wanted) {
        return new Withhold(subject(membership), membership.group(), reason, wanted.because());
    }

    private static Forget forget(Membership membership) {
        return new Forget(subject(membership), membership.group());
    }

    private static Subject subject(Membership membership) {
        return Subject.of(membership.user());
    }
}
