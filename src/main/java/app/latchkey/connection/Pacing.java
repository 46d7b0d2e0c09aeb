package app.latchkey.connection;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Holds each request back until there is room for it in every window of its credential's budget. Whoever is late all the same, because the machine
 * stood still, queues up once more: all who were to leave meanwhile would leave together, and fill the shortest window.
 */
@Component
class Pacing {

    /** How a thread waits. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /** Longer than this nobody waits on a thread: the failure says when to come back. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    /** A machine that is always late is slow enough by itself. */
    private static final int QUEUES = 3;

    private final Budgets budgets;
    private final Pause pause;

    @Autowired
    Pacing(Budgets budgets) {
        this(budgets, Thread::sleep);
    }

    Pacing(Budgets budgets, Pause pause) {
        this.budgets = budgets;
        this.pause = pause;
    }

    /**
     * Returns when the request may leave.
     *
     * @throws PartnerFailure THROTTLED where that would take too long; the request counts for nothing then
     */
    void await(PartnerRequest request) throws InterruptedException {
        long asked = System.nanoTime();
        Duration wait = budgets.take(request);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            budgets.giveBack(request);
            throw PartnerFailure.throttled(request.partner(), wait);
        }
        pause.of(wait);
        for (int queue = 1; queue < QUEUES && isLate(request, asked, wait); queue++) {
            asked = System.nanoTime();
            wait = budgets.takeOfShortest(request);
            pause.of(wait);
        }
    }

    /** By more than the shortest window: within it twice as many leave as should, at most. */
    private boolean isLate(PartnerRequest request, long asked, Duration wait) {
        Duration late = Duration.ofNanos(System.nanoTime() - asked).minus(wait);
        return late.compareTo(budgets.shortest(request)) > 0;
    }
}
