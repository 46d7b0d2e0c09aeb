package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.sync.plan.Decision.Foreign;
import app.latchkey.sync.plan.Decision.Forget;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Hold;
import app.latchkey.sync.plan.Decision.Keep;
import app.latchkey.sync.plan.Decision.Revoke;
import app.latchkey.sync.plan.Decision.Withhold;
import app.latchkey.sync.plan.Wanted.Pair;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what to do about every person and access group in scope. Level-triggered: it looks at what is, never at what happened, so that
 * planning again just before a step is written gives the answer of that moment.
 */
public final class Planner {

    private static final Comparator<Decision> ORDER = Comparator.<Decision>comparingInt(Planner::rank)
            .thenComparing(Planner::due)
            .thenComparing(Decision::subject)
            .thenComparing(Decision::group);

    private final PlanInput input;
    private final Judge judge;
    private final Map<Pair, List<Entitlement>> entitlements;
    private final List<Membership> present;
    private final Map<Membership, LedgerRow> ledger;

    /** @param settled pairs about which nobody has to be asked */
    Planner(PlanInput input, BitSet settled) {
        NumberedInput numbered = input.numbered();
        this.input = input;
        this.judge = new Judge(input, numbered.people());
        this.entitlements = Wanted.byPair(numbered.entitlementsBesides(settled), input.matches(), numbered.people());
        this.present = numbered.presentBesides(settled);
        this.ledger = numbered.ledgerBesides(settled).stream()
                .collect(Collectors.toMap(LedgerRow::membership, Function.identity()));
    }

    /** What is plainly kept is found by comparing numbers; about everything else the rules decide, one by one. */
    public static Plan plan(PlanInput input) {
        BitSet kept = input.numbered().keptAt(input.now());
        List<Decision> others = new Planner(input, kept).decisions();
        return new Plan(
                Invite.before(others),
                new Kept(input.numbered(), kept, input.now()),
                others,
                input.matches().version());
    }

    List<Decision> decisions() {
        return pairs().distinct()
                .flatMap(pair -> decide(pair).stream())
                .sorted(ORDER)
                .toList();
    }

    /** Everybody wanted anywhere, everybody we have a row for, and everybody else in a matched group. */
    private Stream<Pair> pairs() {
        Set<AccessGroupId> matched = input.matches().groups();
        Stream<Membership> inMatched = present.stream().filter(membership -> matched.contains(membership.group()));
        Stream<Membership> known = Stream.concat(inMatched, ledger.keySet().stream());
        return Stream.concat(
                entitlements.keySet().stream(),
                known.map(membership -> new Pair(Subject.of(membership.user()), membership.group())));
    }

    private Optional<Decision> decide(Pair pair) {
        Optional<Wanted> wanted = Wanted.at(input.now(), entitlements.getOrDefault(pair, List.of()));
        return switch (pair.subject()) {
            case Subject.SaltoUser known -> {
                Membership membership = new Membership(known.user(), pair.group());
                yield judge.saltoUser(membership, Optional.ofNullable(ledger.get(membership)), wanted);
            }
            case Subject.Newcomer newcomer ->
                wanted.map(want -> judge.newcomer(newcomer.customer(), pair.group(), want));
        };
    }

    /** Grants before removals: whoever changes rooms keeps a way in. */
    private static int rank(Decision decision) {
        return switch (decision) {
            case Grant _ -> 0;
            case Keep _ -> 1;
            case Withhold _ -> 2;
            case Foreign _ -> 3;
            case Hold _ -> 4;
            case Forget _ -> 5;
            case Revoke _ -> 6;
        };
    }

    private static Instant due(Decision decision) {
        return decision instanceof Grant grant ? grant.window().from() : Instant.EPOCH;
    }
}
