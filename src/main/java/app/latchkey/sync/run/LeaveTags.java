package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.salto.Credentials;
import app.latchkey.salto.SaltoUser;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Leaving.TagOutcome;
import app.latchkey.sync.plan.Tags.Ours;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Takes back the tags that we gave, when a space leaves; what somebody else gave meanwhile is not touched. Outside any scope. */
@Component
class LeaveTags {

    /** Nothing that waiting, or whoever runs the space, could mend: the tag stays, and the receipt says so. */
    private static final Set<Category> HOPELESS =
            EnumSet.of(Category.NOT_FOUND, Category.BY_HAND_FIRST, Category.REFUSED);

    private final Scopes scopes;
    private final LeavingRows rows;
    private final TagWrites writes;
    private final Credentials credentials;
    private final Clock clock;

    LeaveTags(Scopes scopes, LeavingRows rows, TagWrites writes, Credentials credentials, Clock clock) {
        this.scopes = scopes;
        this.rows = rows;
        this.writes = writes;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** @param stop looked at before each: whether nothing may be written now */
    void takeBack(RunLog log, int leaving, BooleanSupplier stop) {
        List<Ours> due = scopes.inSpace(log.space(), () -> rows.dueTags(leaving));
        for (Ours tag : due) {
            if (stop.getAsBoolean()) {
                return;
            }
            takeBack(log, leaving, tag);
        }
    }

    private void takeBack(RunLog log, int leaving, Ours tag) {
        Optional<SaltoUser> holder = writes.holding(log.space(), tag);
        if (holder.isEmpty()) {
            scopes.inSpace(log.space(), () -> wasGone(leaving, tag));
        } else if (!credentials.takesTags()) {
            scopes.inSpace(log.space(), () -> ended(leaving, tag, TagOutcome.BY_HAND));
        } else {
            taken(log, leaving, tag, holder.get());
        }
    }

    private void taken(RunLog log, int leaving, Ours tag, SaltoUser holder) {
        boolean done = writes.take(log, tag, holder, () -> ended(leaving, tag, TagOutcome.TAKEN_BACK));
        boolean hopeless = !done
                && log.failure()
                        .filter(why -> HOPELESS.contains(why.category()))
                        .isPresent();
        if (hopeless) {
            scopes.inSpace(log.space(), () -> ended(leaving, tag, TagOutcome.BY_HAND));
        }
    }

    private void wasGone(int leaving, Ours tag) {
        boolean byUs = rows.hadBegunToTake(leaving, TagWrites.taking(tag));
        ended(leaving, tag, byUs ? TagOutcome.TAKEN_BACK : TagOutcome.NOT_THERE);
    }

    private void ended(int leaving, Ours tag, TagOutcome outcome) {
        rows.ended(leaving, tag, outcome, clock.instant());
    }
}
