package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.Reference;
import app.latchkey.space.Scopes;
import app.latchkey.sync.DeadLetter;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.LeaseLost;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What becomes of a run that does not come to its end: it is recorded as failed and is due again, later each time. */
@Component
class Failed {

    private static final Logger LOG = LoggerFactory.getLogger(Failed.class);
    private static final String UNEXPECTED = "UNEXPECTED";

    private final Scopes scopes;
    private final Journal journal;
    private final Health health;
    private final Clock clock;

    Failed(Scopes scopes, Journal journal, Health health, Clock clock) {
        this.scopes = scopes;
        this.journal = journal;
        this.health = health;
        this.clock = clock;
    }

    /** The run's own answer, where it has one. A lost lease is not a failure: whoever holds it now ends the run. */
    Served otherwise(Due row, RunLog log, Supplier<Served> run) {
        try {
            return run.get();
        } catch (PartnerFailure failure) {
            return partner(row, log, failure);
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException surprise) {
            return surprise(row, log, surprise);
        }
    }

    private Served partner(Due row, RunLog log, PartnerFailure failure) {
        return scopes.inSpace(log.space(), () -> {
            Instant now = clock.instant();
            health.trouble(failure.category().name(), failure.why().partner(), failure.words(), now);
            journal.end(log, RunOutcome.FAILED, failure.words(), "[]", now);
            return afterwards(row, failure, now);
        });
    }

    /** When it is tried again. */
    static Served afterwards(Due row, PartnerFailure failure, Instant now) {
        return rests(row, failure)
                ? new Served.Resting()
                : new Served.Again(Patience.after(failure, row.attempts(), now));
    }

    /** Nobody else waits for a single record: it is read again when Nexudus says something of it, or when somebody has looked at it. */
    private static boolean rests(Due row, PartnerFailure failure) {
        return failure.is(Category.RECORD_UNREADABLE)
                && row.subject() instanceof Subject.OfCustomer
                && row.attempts() + 1 >= DeadLetter.ATTEMPTS;
    }

    /** The cause stands in the log only: it may name somebody. */
    private Served surprise(Due row, RunLog log, RuntimeException surprise) {
        Reference reference = Reference.next();
        LOG.error("Run {} of space {} broke, reference {}", log.number(), log.space(), reference, surprise);
        return scopes.inSpace(log.space(), () -> {
            Instant now = clock.instant();
            String words = "Something broke on our side. Reference " + reference;
            if (row.subject() instanceof Subject.OfSpace) {
                health.trouble(UNEXPECTED, null, words, now);
            }
            journal.end(log, RunOutcome.FAILED, words, "[]", now);
            return new Served.Again(Patience.after(row.attempts(), now));
        });
    }
}
