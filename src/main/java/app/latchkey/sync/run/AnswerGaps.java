package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Gap;
import app.latchkey.space.Gaps;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Approval;
import app.latchkey.sync.GapQuestion;
import app.latchkey.sync.GapQuestion.Found;
import app.latchkey.sync.GapQuestion.Line;
import app.latchkey.sync.GapQuestions;
import app.latchkey.sync.ReviewAnswer.InGroup;
import app.latchkey.sync.Subject;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Kicks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Takes an operator's answer to what a gap has left open. Writes nothing to a partner: the next run does. */
@Service
class AnswerGaps implements GapQuestions {

    private final Scopes scopes;
    private final Spaces spaces;
    private final Gaps gaps;
    private final GapLines lines;
    private final Ledger ledger;
    private final RailHistory rails;
    private final DueWork due;
    private final Kicks kicks;
    private final Audit audit;
    private final Clock clock;

    AnswerGaps(
            Scopes scopes,
            Spaces spaces,
            Gaps gaps,
            GapLines lines,
            Ledger ledger,
            RailHistory rails,
            DueWork due,
            Kicks kicks,
            Audit audit,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.gaps = gaps;
        this.lines = lines;
        this.ledger = ledger;
        this.rails = rails;
        this.due = due;
        this.kicks = kicks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<GapQuestion> open(SpaceId space) {
        return scopes.inSpace(space, () -> question(spaces.get(space).gap()));
    }

    @Override
    public Approval answer(SpaceId space, GapQuestion seen, Set<InGroup> ours, Set<InGroup> in, String who) {
        Approval approval = scopes.inSpace(space, () -> answered(space, seen, ours, in, who));
        if (approval == Approval.APPROVED) {
            kicks.now();
        }
        return approval;
    }

    private Optional<GapQuestion> question(Optional<Gap> gap) {
        return gap.flatMap(open -> Optional.ofNullable(open.askedAt())
                .map(askedAt -> new GapQuestion(open.since(), askedAt, lines.lines())));
    }

    private Approval answered(SpaceId space, GapQuestion seen, Set<InGroup> ours, Set<InGroup> in, String who) {
        Optional<GapQuestion> open = question(spaces.held(space).gap());
        if (open.isEmpty()) {
            return Approval.DECIDED;
        }
        if (!open.get().equals(seen)) {
            return Approval.CHANGED;
        }
        Instant now = clock.instant();
        lookAfter(seen, ours, now);
        seen.found(Found.MISSING).forEach(line -> ledger.takenOut(membership(line), !in.contains(line.place())));
        lines.clear();
        gaps.close(space);
        record(space, seen, ours, in, who);
        due.insist(Subject.wholeSpace(), now, "a gap was made up for", now);
        return Approval.APPROVED;
    }

    /** Whose time is over leaves: the operator has seen that by name. */
    private void lookAfter(GapQuestion seen, Set<InGroup> ours, Instant now) {
        Map<Membership, List<Entitlement>> reasons = lines.reasons();
        List<Line> claimed = seen.lines().stream()
                .filter(line -> line.found() == Found.ENTITLED || line.found() == Found.WAS_ENTITLED)
                .filter(line -> ours.contains(line.place()))
                .toList();
        claimed.forEach(line -> ledger.put(
                membership(line), Ownership.ADOPTED, reasons.getOrDefault(membership(line), List.of()), 0, now));
        rails.previewed(
                claimed.stream()
                        .filter(line -> line.found() == Found.WAS_ENTITLED)
                        .map(AnswerGaps::membership)
                        .toList(),
                now);
    }

    private void record(SpaceId space, GapQuestion seen, Set<InGroup> ours, Set<InGroup> in, String who) {
        audit.record(
                space,
                who,
                "answered what had changed while nothing was recorded",
                Map.of(
                        "since",
                        seen.since().toString(),
                        "lookedAfter",
                        String.valueOf(ours.size()),
                        "letInAgain",
                        String.valueOf(in.size()),
                        "asked",
                        String.valueOf(seen.lines().size())));
    }

    private static Membership membership(Line line) {
        return new Membership(line.place().user(), line.place().group());
    }
}
