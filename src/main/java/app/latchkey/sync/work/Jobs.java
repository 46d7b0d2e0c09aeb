package app.latchkey.sync.work;

import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.JobSteward;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands work to JobRunr, and starts its server again when a database outage has stopped it. */
@Component
public class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final long LOOK_MILLIS = 200;

    /** Nexudus tells of one purchase by several webhooks in a row: they are served together. */
    private static final long GATHER_MILLIS = 80;

    private static final long WATCH_MILLIS = 3000;

    /** Long enough for a job that waits its turn here. */
    private static final Duration TAKEN_ELSEWHERE = Duration.ofSeconds(1);

    private final JobRequestScheduler scheduler;
    private final ObjectProvider<BackgroundJobServer> server;
    private final Scopes scopes;
    private final DueWork due;
    private final Kicks kicks;
    private final Drainer drainer;
    private final NodeTimer timer;
    private final Clock clock;
    private final AtomicBoolean gathering = new AtomicBoolean();
    private volatile boolean closing;

    Jobs(
            JobRequestScheduler scheduler,
            ObjectProvider<BackgroundJobServer> server,
            Scopes scopes,
            DueWork due,
            Kicks kicks,
            Drainer drainer,
            NodeTimer timer,
            Clock clock) {
        this.scheduler = scheduler;
        this.server = server;
        this.scopes = scopes;
        this.due = due;
        this.kicks = kicks;
        this.drainer = drainer;
        this.timer = timer;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleRecurrently("tick", Duration.ofMinutes(1), new TickJob.Request());
        timer.every(LOOK_MILLIS, this::lookAtTheClock);
        kicks.wakes(this::gather);
        timer.every(WATCH_MILLIS, this::watch);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    public boolean isRunning() {
        return server.stream().anyMatch(BackgroundJobServer::isRunning);
    }

    /** Compares the business clock each time, because that clock may jump. */
    private void lookAtTheClock() {
        if (!gathering.get()) {
            look();
        }
    }

    private void gather() {
        if (gathering.compareAndSet(false, true)) {
            timer.after(GATHER_MILLIS, () -> {
                gathering.set(false);
                look();
            });
        }
    }

    private void look() {
        if (!closing && kicks.take() && !drainer.signal()) {
            enqueue(new DrainJob.Request());
        }
    }

    private void enqueue(JobRequest request) {
        try {
            drainer.await();
            scheduler.enqueue(request);
        } catch (RuntimeException e) {
            kicks.now();
            throw e;
        }
        server.ifAvailable(Jobs::kick);
        timer.after(LOOK_MILLIS, this::kickAgain);
    }

    /**
     * A kick is lost that comes while JobRunr looks for jobs already. And every node takes its jobs from the same table: where another has taken
     * this one, this node would not know when to look again, and would not notice that the other has died.
     */
    private void kickAgain() {
        if (drainer.isAwaited()) {
            server.ifAvailable(Jobs::kick);
            kicks.dueAt(clock.instant().plus(TAKEN_ELSEWHERE));
        }
    }

    /** Without it JobRunr would see the job only at its next poll. */
    private static void kick(BackgroundJobServer server) {
        JobSteward steward = server.getJobSteward();
        steward.notifyThreadOccupied();
        steward.notifyThreadIdle();
    }

    private void watch() {
        server.ifAvailable(running -> {
            if (!closing && !running.isRunning() && databaseAnswers()) {
                LOG.warn("JobRunr's server had stopped; starting it again");
                running.start();
                kicks.now();
            }
        });
    }

    private boolean databaseAnswers() {
        scopes.inSystem(due::earliest);
        return true;
    }
}
