package app.latchkey.sync.plan;

import app.latchkey.entitlement.Reason;
import app.latchkey.sync.plan.Check.Result;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The links from a purchase to an open door in their one order: which of them hold, and which is broken first. */
final class Chain {

    private final List<Reason> hindrances;
    private final Optional<Reason> first;

    private Chain(Collection<Reason> found) {
        this.hindrances = found.stream().sorted(Comparator.comparing(Step::of)).toList();
        this.first = hindrances.stream().filter(reason -> !isDoubt(reason)).findFirst();
    }

    /**
     * @param found whatever stands in the way, in any order
     * @param opening what holds the door open when nothing does
     */
    static Explanation of(Collection<Reason> found, Reason opening) {
        Chain chain = new Chain(found);
        Reason reason = chain.first.orElse(opening);
        return new Explanation(Verdicts.of(reason), reason, chain.checks(), Optional.empty(), Optional.empty());
    }

    /** Something we may not know the latest of, which keeps nobody out. */
    static boolean isDoubt(Reason reason) {
        return reason instanceof Reason.SaltoSilent
                || reason instanceof Reason.NexudusSilent
                || reason instanceof Reason.LockOffline;
    }

    private List<Check> checks() {
        return Arrays.stream(Step.values()).map(this::check).toList();
    }

    private Check check(Step step) {
        Optional<Reason> here =
                hindrances.stream().filter(reason -> Step.of(reason) == step).findFirst();
        return new Check(step, result(step, here), here.orElse(null));
    }

    private Result result(Step step, Optional<Reason> here) {
        if (first.isPresent() && Step.of(first.get()).compareTo(step) < 0) {
            return Result.NOT_REACHED;
        }
        return here.map(reason -> isDoubt(reason) ? Result.DOUBTFUL : Result.BROKEN)
                .orElse(Result.HOLDS);
    }
}
