package app.latchkey.sync.plan;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.Decision.Foreign;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Keep;
import app.latchkey.sync.plan.Decision.Revoke;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who will be in which group at a time ahead, and why, when nothing else changes: plans at every boundary until then and does in thought what
 * each plan says. The planner decides, so that a forecast cannot say anything else than what is decided when its time comes.
 */
public final class Foresight {

    private PlanInput input;

    private Foresight(PlanInput input) {
        this.input = input;
    }

    /**
     * Everybody who can open a group's doors at {@code then}.
     *
     * @throws IllegalArgumentException for a time before the input's now: what was is in the ledger's history
     */
    public static Map<Subject, List<Because>> whoCouldOpen(PlanInput input, AccessGroupId group, Instant then) {
        Map<Subject, List<Because>> inside = new TreeMap<>();
        planAt(input, then).decisions().stream()
                .filter(decision -> decision.group().equals(group))
                .forEach(decision -> because(decision).ifPresent(why -> inside.put(decision.subject(), why)));
        return inside;
    }

    /** What will be decided at {@code then}, right before it is done. */
    public static Plan planAt(PlanInput input, Instant then) {
        if (then.isBefore(input.now())) {
            throw new IllegalArgumentException("The past is not foreseen but remembered");
        }
        Foresight foresight = new Foresight(input);
        Optional<Instant> next = Optional.of(input.now());
        while (next.isPresent() && next.get().isBefore(then)) {
            foresight.at(next.get());
            foresight.apply(Planner.plan(foresight.input));
            next = Entitlements.nextBoundary(input.entitlements(), next.get());
        }
        foresight.at(then);
        return Planner.plan(foresight.input);
    }

    /** Why somebody is in the group once the decision is carried out; empty when he is not. */
    public static Optional<List<Because>> because(Decision decision) {
        return switch (decision) {
            case Grant grant -> Optional.of(grant.because());
            case Keep keep -> Optional.of(keep.because());
            case Foreign foreign ->
                Optional.of(foreign.because().isEmpty() ? List.of(new Because.BeforeLatchkey()) : foreign.because());
            case Decision.Hold hold
            when hold.change() instanceof Revoke revoke ->
                Optional.of(revoke.endings().stream().map(Ending::because).toList());
            case Decision.Hold _, Revoke _, Decision.Withhold _, Decision.Forget _ -> Optional.empty();
        };
    }

    private void at(Instant now) {
        input = input.at(now);
    }

    private void apply(Plan plan) {
        Set<Membership> memberships = new HashSet<>(input.observed().memberships());
        Map<Membership, LedgerRow> ledger = new HashMap<>();
        input.ledger().forEach(row -> ledger.put(row.membership(), row));
        plan.decisions().forEach(decision -> apply(decision, memberships, ledger));
        Observed observed = input.observed();
        input = new PlanInput(
                linked(plan),
                input.entitlements(),
                new Observed(memberships, observed.untouchable(), observed.goneGroups(), observed.takenOutByHand()),
                List.copyOf(ledger.values()),
                input.matches(),
                input.reading(),
                input.conduct(),
                input.now());
    }

    private void apply(Decision decision, Set<Membership> memberships, Map<Membership, LedgerRow> ledger) {
        Membership membership = new Membership(userOf(decision.subject()), decision.group());
        switch (decision) {
            case Grant _ -> {
                memberships.add(membership);
                ledger.put(membership, new LedgerRow(membership, Ownership.OURS, reasons(membership)));
            }
            case Keep _ ->
                ledger.computeIfPresent(
                        membership, (_, row) -> new LedgerRow(membership, row.ownership(), reasons(membership)));
            case Revoke _ -> {
                memberships.remove(membership);
                ledger.remove(membership);
            }
            case Decision.Forget _ -> ledger.remove(membership);
            case Foreign _, Decision.Withhold _, Decision.Hold _ -> {}
        }
    }

    private List<Entitlement> reasons(Membership membership) {
        return input.entitlements().stream()
                .filter(entitlement -> entitlement.group().equals(membership.group()))
                .filter(entitlement -> entitlement.holdsAt(input.now()))
                .filter(entitlement -> isOf(entitlement.customer(), membership.user()))
                .toList();
    }

    private boolean isOf(CustomerId customer, PlatformUserId user) {
        return userOf(input.numbered().people().subjectOf(customer)).equals(user);
    }

    private List<CustomerLink> linked(Plan plan) {
        Set<CustomerId> invited = new HashSet<>();
        plan.invitations().forEach(invite -> invited.add(invite.customer()));
        return input.people().stream()
                .map(known -> invited.contains(known.person().customer())
                        ? new CustomerLink(
                                known.person(),
                                new Link.Linked(userOf(Subject.of(known.person().customer()))))
                        : known)
                .toList();
    }

    /** A newcomer has no Salto user yet; in thought he has one of his own. */
    private static PlatformUserId userOf(Subject subject) {
        return switch (subject) {
            case Subject.SaltoUser known -> known.user();
            case Subject.Newcomer newcomer ->
                new PlatformUserId(new UUID(0L, newcomer.customer().value()));
        };
    }
}
