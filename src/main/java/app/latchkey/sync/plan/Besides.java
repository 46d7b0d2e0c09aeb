package app.latchkey.sync.plan;

import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.WeeklyHours;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person and one group besides the facts of a plan.
 *
 * @param known hindrances somebody else found out: an open invitation, a silent partner, a blocked tag, an offline lock
 * @param hours when the group's doors answer at all; always, when absent
 * @param inSince when the person was put in the group, as the ledger says
 * @param thaw when a freeze lapses by itself
 * @param arrears what is not paid, where that closes doors
 */
public record Besides(
        List<Reason> known,
        @Nullable WeeklyHours hours,
        @Nullable Instant inSince,
        @Nullable Thaw thaw,
        @Nullable Arrears arrears) {

    /** How the space goes on once its freeze has lapsed. */
    public record Thaw(Instant at, Conduct then) {}

    static final Besides NOTHING = new Besides(List.of(), null, null, null, null);

    public Besides {
        known = List.copyOf(known);
    }

    Besides knowing(Reason... reasons) {
        return new Besides(List.of(reasons), hours, inSince, thaw, arrears);
    }

    Besides during(WeeklyHours other) {
        return new Besides(known, other, inSince, thaw, arrears);
    }

    Besides inSince(Instant since) {
        return new Besides(known, hours, since, thaw, arrears);
    }

    Besides frozenUntil(Instant at, Conduct then) {
        return new Besides(known, hours, inSince, new Thaw(at, then), arrears);
    }

    Besides owing(Arrears other) {
        return new Besides(known, hours, inSince, thaw, other);
    }

    /** How the space goes about it at an instant. */
    Conduct conduct(Conduct now, Instant then) {
        if (thaw == null || now != Conduct.FROZEN || then.isBefore(thaw.at())) {
            return now;
        }
        return thaw.then();
    }
}
