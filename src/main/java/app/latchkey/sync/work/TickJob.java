package app.latchkey.sync.work;

import app.latchkey.space.Scopes;
import app.latchkey.sync.Ticked;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one recurring job: makes up for every kick that was lost. */
@Component
public class TickJob implements JobRequestHandler<TickJob.Request> {

    /** No arguments. */
    public record Request() implements JobRequest {

        @Override
        public Class<TickJob> getJobRequestHandler() {
            return TickJob.class;
        }
    }

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Clock clock;
    private final Kicks kicks;
    private final Drainer drainer;
    private final ApplicationEventPublisher events;

    TickJob(
            JdbcClient jdbc,
            Scopes scopes,
            Clock clock,
            Kicks kicks,
            Drainer drainer,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.clock = clock;
        this.kicks = kicks;
        this.drainer = drainer;
        this.events = events;
    }

    @Override
    @Job(name = "Tick", retries = 0)
    public void run(Request request) {
        scopes.inSystem(() -> jdbc.sql("""
            insert into sync_tick (node, ticked_at) values (:node, :now)
            on conflict (node) do update set ticked_at = excluded.ticked_at
            """)
                .param("node", drainer.node())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        kicks.now();
        events.publishEvent(new Ticked(clock.instant()));
    }
}
