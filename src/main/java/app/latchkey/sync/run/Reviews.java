package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.nexudus.Source;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.ActivationResult;
import app.latchkey.sync.Changes;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewState;
import app.latchkey.sync.SourceProgress;
import app.latchkey.sync.Subject;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads for a review, keeps it, and confirms it: from then on the space is looked after. */
@Component
public class Reviews {

    private static final String ACCESS_GROUPS = "access groups";

    private final Scopes scopes;
    private final Spaces spaces;
    private final Reads reads;
    private final ReviewRows rows;
    private final Reviewing reviewing;
    private final Ledger ledger;
    private final HeldPlans heldPlans;
    private final DueWork due;
    private final Changes changes;
    private final Clock clock;

    Reviews(
            Scopes scopes,
            Spaces spaces,
            Reads reads,
            ReviewRows rows,
            Reviewing reviewing,
            Ledger ledger,
            HeldPlans heldPlans,
            DueWork due,
            Changes changes,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.reads = reads;
        this.rows = rows;
        this.reviewing = reviewing;
        this.ledger = ledger;
        this.heldPlans = heldPlans;
        this.due = due;
        this.changes = changes;
        this.clock = clock;
    }

    public Review find(SpaceId space) {
        return scopes.inSpace(space, () -> rows.find().orElseGet(Review::none));
    }

    public ReviewState start(SpaceId space) {
        return scopes.inSpace(space, () -> {
            Instant now = clock.instant();
            rows.begin(now);
            due.insist(Subject.wholeSpace(), now, "review", now);
            return ReviewState.READING;
        });
    }

    Served run(Due row) {
        SpaceId space = row.space();
        Progress progress = new Progress(space);
        try {
            reads.nexudus(space, progress::nexudus);
            reads.salto(space, progress::salto);
            scopes.inSpace(space, () -> {
                progress.finish();
                rows.ready(reviewing.evaluate(space, clock.instant()), clock.instant());
            });
        } catch (PartnerFailure failure) {
            scopes.inSpace(space, () -> rows.stopped(failure.words()));
        }
        changes.tell(space);
        return new Served.Done(Optional.empty());
    }

    public ActivationResult activate(SpaceId space, Mode mode, boolean adopt, String fingerprint) {
        return scopes.inSpace(space, () -> {
            if (find(space).state() != ReviewState.READY) {
                return new ActivationResult.NotReviewed();
            }
            Instant now = clock.instant();
            Evaluation fresh = reviewing.evaluate(space, now);
            if (!fresh.fingerprint().equals(fingerprint)) {
                rows.ready(fresh, now);
                return new ActivationResult.FactsChanged(find(space));
            }
            begin(space, mode, adopt, fresh.planned(), now);
            return new ActivationResult.Activated();
        });
    }

    private void begin(SpaceId space, Mode mode, boolean adopt, Planned planned, Instant now) {
        if (adopt) {
            planned.plan()
                    .only(Decision.Foreign.class)
                    .filter(foreign -> !foreign.pinned() && !foreign.because().isEmpty())
                    .forEach(foreign -> adopt(planned, foreign, now));
        }
        heldPlans.approved(
                planned.railed().held().map(held -> held.changes()).orElse(List.of()),
                planned.plan().matchVersion(),
                now);
        spaces.activate(space, mode);
        due.insist(Subject.wholeSpace(), now, "activated", now);
    }

    private void adopt(Planned planned, Decision.Foreign foreign, Instant now) {
        if (foreign.subject() instanceof app.latchkey.sync.plan.Subject.SaltoUser known) {
            Membership membership = new Membership(known.user(), foreign.group());
            ledger.put(membership, Ownership.ADOPTED, planned.reasons(membership), 0, now);
        }
    }

    /** How far each source has come; stored, so that it survives a reload, but not at every row. */
    private final class Progress {

        private static final long BETWEEN_NANOS = 300_000_000L;

        private final SpaceId space;
        private final Map<String, SourceProgress> sources = new LinkedHashMap<>();
        private long storedAt;

        Progress(SpaceId space) {
            this.space = space;
        }

        void nexudus(Source source, int soFar, int total) {
            note(source.title(), soFar, total);
        }

        void salto(int soFar, int total) {
            note(ACCESS_GROUPS, soFar, total);
        }

        void finish() {
            rows.progress(List.copyOf(sources.values()));
        }

        private void note(String source, int soFar, int total) {
            sources.put(source, new SourceProgress(source, soFar, total, soFar >= total));
            if (System.nanoTime() - storedAt > BETWEEN_NANOS) {
                storedAt = System.nanoTime();
                scopes.inSpace(space, this::finish);
                changes.tell(space);
            }
        }
    }
}
