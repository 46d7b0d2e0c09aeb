package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Source;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.ActivationResult;
import app.latchkey.sync.Changes;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewAnswer;
import app.latchkey.sync.ReviewState;
import app.latchkey.sync.SourceProgress;
import app.latchkey.sync.Subject;
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
    private final Activation activation;
    private final DueWork due;
    private final Changes changes;
    private final Clock clock;

    Reviews(
            Scopes scopes,
            Spaces spaces,
            Reads reads,
            ReviewRows rows,
            Reviewing reviewing,
            Activation activation,
            DueWork due,
            Changes changes,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.reads = reads;
        this.rows = rows;
        this.reviewing = reviewing;
        this.activation = activation;
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
        scopes.inSpace(space, rows::goOn);
        try {
            progress.ended(reads.nexudus(space, progress::nexudus));
            reads.salto(space, progress::salto);
            scopes.inSpace(space, () -> {
                progress.finish();
                rows.ready(reviewing.evaluate(space, clock.instant()), Optional.empty(), clock.instant());
            });
        } catch (PartnerFailure failure) {
            scopes.inSpace(space, () -> rows.stopped(failure.words()));
            changes.tell(space);
            return failure.againHelps()
                    ? new Served.Again(Patience.after(failure, row.attempts(), clock.instant()))
                    : new Served.Done(Optional.empty());
        }
        changes.tell(space);
        return new Served.Done(Optional.empty());
    }

    /** Outside any scope: both partners are asked whether what was reviewed is still so. */
    public ActivationResult activate(SpaceId space, ReviewAnswer answer) {
        if (scopes.inSpace(space, () -> spaces.get(space).active())) {
            return new ActivationResult.AlreadyStarted();
        }
        Review reviewed = find(space);
        if (reviewed.state() != ReviewState.READY) {
            return new ActivationResult.NotReviewed();
        }
        reads.nexudusSince(space, reviewed.startedAt().orElseThrow());
        reads.salto(space, (soFar, total) -> {});
        return scopes.inSpace(space, () -> activation.confirm(space, find(space), answer));
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

        /** Only the end tells what broke off: whoever looks at the result has to know whether people may be missing in it. */
        void ended(FullRead read) {
            Sources.progress(read).forEach(source -> sources.put(source.source(), source));
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
