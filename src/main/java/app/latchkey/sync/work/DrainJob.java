package app.latchkey.sync.work;

import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.springframework.stereotype.Component;

/** Carries the drainer. Not tried again by JobRunr: what is due stays due. */
@Component
public class DrainJob implements JobRequestHandler<DrainJob.Request> {

    /** No arguments: the queue knows. */
    public record Request() implements JobRequest {

        @Override
        public Class<DrainJob> getJobRequestHandler() {
            return DrainJob.class;
        }
    }

    private final Drainer drainer;

    DrainJob(Drainer drainer) {
        this.drainer = drainer;
    }

    @Override
    @Job(name = "Drain due work", retries = 0)
    public void run(Request request) {
        drainer.drain();
    }
}
