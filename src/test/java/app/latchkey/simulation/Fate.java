package app.latchkey.simulation;

import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What befalls the engine, in the order in which it was ordained. */
public final class Fate {

    private final Runnable everyCall;
    private final List<Misfortune> ahead = new ArrayList<>();
    private Optional<Misfortune> atCommit = Optional.empty();
    private boolean dead;
    private Consumer<Misfortune> outside = misfortune -> {};

    /** @param everyCall what every call to a partner brings with it, such as that it takes time */
    public Fate(Runnable everyCall) {
        this.everyCall = everyCall;
    }

    /** @param happening does what happens outside of the engine: a takeover, or what somebody does meanwhile */
    void through(Consumer<Misfortune> happening) {
        outside = happening;
    }

    /** What befalls this work: another that was under way goes on afterwards with what is ahead of it. */
    void during(List<Misfortune> misfortunes, Runnable work) {
        List<Misfortune> before = List.copyOf(ahead);
        foresee(misfortunes);
        try {
            work.run();
        } finally {
            foresee(before);
        }
    }

    private void foresee(List<Misfortune> misfortunes) {
        ahead.clear();
        ahead.addAll(misfortunes);
    }

    /** Another process begins. */
    void lives() {
        dead = false;
    }

    void requireAlive() {
        if (dead) {
            throw new Died("already");
        }
    }

    /** What befalls a call to a partner, besides what happens outside. */
    Optional<Misfortune> at(Point point) {
        requireAlive();
        everyCall.run();
        Optional<Misfortune> due = next(point);
        due.ifPresent(misfortune -> {
            switch (misfortune.kind()) {
                case DIES_BEFORE -> die("before a call");
                case MEANWHILE, TAKEN_OVER, SLEEPS -> outside.accept(misfortune);
                case SILENT, LOST, THROTTLED, INCOMPLETE, LACKING, DIES_AFTER -> {}
            }
        });
        return due;
    }

    void after(Optional<Misfortune> misfortune) {
        if (misfortune.filter(what -> what.kind() == Kind.DIES_AFTER).isPresent()) {
            die("after a call");
        }
    }

    boolean endsBeforeCommit() {
        atCommit = next(Point.COMMIT);
        dead |= atCommit.filter(what -> what.kind() == Kind.DIES_BEFORE).isPresent();
        return dead;
    }

    void afterCommit() {
        Optional<Misfortune> now = atCommit;
        atCommit = Optional.empty();
        after(now);
    }

    private void die(String where) {
        dead = true;
        throw new Died(where);
    }

    private Optional<Misfortune> next(Point point) {
        for (int index = 0; index < ahead.size(); index++) {
            Misfortune misfortune = ahead.get(index);
            if (misfortune.at() == point) {
                if (misfortune.passes() > 0) {
                    ahead.set(index, misfortune.passing(misfortune.passes() - 1));
                    continue;
                }
                ahead.remove(index);
                return Optional.of(misfortune);
            }
        }
        return Optional.empty();
    }
}
