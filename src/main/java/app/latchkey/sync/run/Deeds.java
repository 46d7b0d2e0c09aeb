package app.latchkey.sync.run;

import app.latchkey.connection.PartnerCall;
import app.latchkey.connection.PartnerCalls;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.space.Scopes;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.work.Leases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One write to a partner as the journal wants it: the intent before the call, then what came of it. Each write of state needs the lease, and so does
 * each request that changes something: between the first and the last of a deed it may have waited, or the machine may have stood still.
 */
@Component
class Deeds {

    private final Scopes scopes;
    private final Leases leases;
    private final Journal journal;
    private final Clock clock;

    Deeds(Scopes scopes, Leases leases, Journal journal, Clock clock) {
        this.scopes = scopes;
        this.leases = leases;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Empty when the partner did not do it: that is written down, and counted in the log.
     *
     * @param state what is to be remembered when it worked, in the transaction that closes the step
     */
    <T> Optional<T> write(RunLog log, Journal.Line intent, Supplier<T> call, Consumer<T> state) {
        int step = intend(log, intent);
        List<PartnerCall> calls = new ArrayList<>();
        long began = System.nanoTime();
        try {
            T done = PartnerCalls.heard(calls::add, () -> requireHeld(log), call);
            scopes.inSpace(log.space(), () -> {
                leases.requireHeld(log.lease());
                state.accept(done);
                close(log, step, State.DONE, null, began, calls);
            });
            return Optional.of(done);
        } catch (PartnerFailure failure) {
            log.countFailed(failure);
            if (failure.is(Category.BY_HAND_FIRST) || failure.is(Category.REFUSED)) {
                log.refusedBySalto(intent);
            }
            scopes.inSpace(log.space(), () -> close(log, step, unsure(intent, failure), failure.words(), began, calls));
            return Optional.empty();
        }
    }

    private void requireHeld(RunLog log) {
        log.lease().requireTime();
        scopes.inSpace(log.space(), () -> leases.requireHeld(log.lease()));
    }

    private void close(
            RunLog log, int step, State state, @Nullable String trouble, long began, List<PartnerCall> calls) {
        journal.ended(log.number(), step, state, trouble, clock.instant(), millisSince(began));
        journal.said(log.number(), step, calls);
    }

    private int intend(RunLog log, Journal.Line intent) {
        int step = log.nextStep();
        scopes.inSpace(log.space(), () -> {
            leases.requireHeld(log.lease());
            journal.write(log.number(), step, intent, clock.instant());
        });
        return step;
    }

    /**
     * A change of a group that may have worked stays open: the next run looks, and knows the membership as ours. An invitation is found by
     * its address, a seat by reading the user.
     */
    private static State unsure(Journal.Line intent, PartnerFailure failure) {
        boolean ofAGroup = intent.what() == What.GRANT || intent.what() == What.REVOKE;
        return ofAGroup && SaltoWrites.isLost(failure) ? State.INTENDED : State.FAILED;
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
