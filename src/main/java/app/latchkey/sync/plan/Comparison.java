package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.sync.plan.Wanted.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Salto and the ledger disagree about after a time of which nothing is known. A membership that the ledger does not know may be ours
 * all the same, when the ledger is older than it; one that it knows may have been ended by us, or by somebody else.
 */
public record Comparison(List<Finding> findings) {

    public Comparison {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::kind).thenComparing(Finding::membership))
                .toList();
    }

    /** @param reasons what explains the membership: of now, or of the time of which nothing is known */
    public record Finding(Membership membership, Kind kind, List<Entitlement> reasons) {
        public Finding {
            reasons = List.copyOf(reasons);
        }
    }

    /** The first three are in Salto and not in the ledger, the others the other way round. */
    public enum Kind {
        /** The person is entitled to it now. */
        ENTITLED,
        /** The person was entitled to it within the time of which nothing is known. */
        WAS_ENTITLED,
        UNEXPLAINED,
        /** The person is entitled to it still. */
        MISSING,
        MISSING_AND_OVER;

        public boolean isAQuestion() {
            return this == ENTITLED || this == WAS_ENTITLED || this == MISSING;
        }

        public boolean isInSalto() {
            return this == ENTITLED || this == WAS_ENTITLED || this == UNEXPLAINED;
        }
    }

    /**
     * @param byHand memberships that are known not to be ours
     * @param since when the time began of which nothing is known
     */
    public static Comparison of(PlanInput input, Set<Membership> byHand, Instant since) {
        Map<Pair, List<Entitlement>> entitled = Wanted.byPair(
                input.entitlements(), input.matches(), input.numbered().people());
        List<Finding> findings = new ArrayList<>();
        unknown(input, byHand).forEach(membership -> findings.add(unknown(membership, entitled, since, input.now())));
        missing(input).forEach(membership -> findings.add(missing(membership, entitled, input.now())));
        return new Comparison(findings);
    }

    /**
     * Whether nothing has to be asked: what nothing explains stays by hand, and what is over and gone is over.
     *
     * @param complete whether everything that could explain a membership was read
     */
    public boolean agrees(boolean complete) {
        return findings.stream()
                .noneMatch(finding -> !complete || finding.kind().isAQuestion());
    }

    private static Set<Membership> unknown(PlanInput input, Set<Membership> byHand) {
        Set<Membership> unknown = new HashSet<>(input.observed().memberships());
        unknown.removeIf(membership -> !input.matches().groups().contains(membership.group())
                || input.observed().untouchable().contains(membership.user()));
        unknown.removeAll(byHand);
        input.ledger().forEach(row -> unknown.remove(row.membership()));
        return unknown;
    }

    private static List<Membership> missing(PlanInput input) {
        return input.ledger().stream()
                .filter(row -> row.ownership().isOurs())
                .map(LedgerRow::membership)
                .filter(membership -> !input.observed().memberships().contains(membership))
                .filter(membership -> !input.observed().goneGroups().contains(membership.group()))
                .toList();
    }

    private static Finding unknown(
            Membership membership, Map<Pair, List<Entitlement>> entitled, Instant since, Instant now) {
        List<Entitlement> present = present(membership, entitled, now);
        if (!present.isEmpty()) {
            return new Finding(membership, Kind.ENTITLED, present);
        }
        List<Entitlement> past = of(membership, entitled).stream()
                .filter(each -> each.window().from().isBefore(now))
                .filter(each -> !each.window().isOver(since))
                .toList();
        return new Finding(membership, past.isEmpty() ? Kind.UNEXPLAINED : Kind.WAS_ENTITLED, past);
    }

    private static Finding missing(Membership membership, Map<Pair, List<Entitlement>> entitled, Instant now) {
        List<Entitlement> present = present(membership, entitled, now);
        return new Finding(membership, present.isEmpty() ? Kind.MISSING_AND_OVER : Kind.MISSING, present);
    }

    private static List<Entitlement> present(
            Membership membership, Map<Pair, List<Entitlement>> entitled, Instant now) {
        return of(membership, entitled).stream()
                .filter(each -> each.holdsAt(now))
                .toList();
    }

    private static List<Entitlement> of(Membership membership, Map<Pair, List<Entitlement>> entitled) {
        return entitled.getOrDefault(new Pair(Subject.of(membership.user()), membership.group()), List.of());
    }
}
