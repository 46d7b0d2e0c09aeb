package app.latchkey.entitlement;

import app.latchkey.entitlement.Check.Result;
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
        this.first = hindrances.stream().filter(reason -> !reason.isDoubt()).findFirst();
    }

    static List<Check> checks(Collection<Reason> found) {
        return new Chain(found).checks();
    }

    /** What keeps the door shut; empty when nothing does. */
    static Optional<Reason> first(Collection<Reason> found) {
        return new Chain(found).first;
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
        return here.map(reason -> reason.isDoubt() ? Result.DOUBTFUL : Result.BROKEN)
                .orElse(Result.HOLDS);
    }
}
