package app.latchkey.sync.read;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that was recorded of one person and one access group.
 *
 * @param in whether Salto showed the membership when it was last read or written
 * @param confirmedAt when Salto last had the membership
 * @param inSince when we put the person there
 * @param hours in which its doors answer at all; empty where nothing is known to limit them
 * @param seenAt when Salto's own word on it, in or not in, was last heard
 */
record GroupFacts(
        AccessGroupId group,
        String name,
        List<Door> doors,
        Optional<Stand> stand,
        List<Earned> earned,
        boolean in,
        boolean ours,
        Optional<Long> sinceRun,
        Optional<Instant> confirmedAt,
        Optional<Instant> inSince,
        Optional<Instant> seenAt,
        Optional<Ended> ended,
        Optional<WeeklyHours> hours,
        Holder holder) {

    /** A lock of the group. */
    record Door(
            UUID lock,
            String name,
            boolean online,
            @Nullable Instant offlineSince) {}

    /**
     * What the last plan said.
     *
     * @param since when it first said so
     */
    record Stand(
            Verdict verdict, Optional<Window> window, List<Because> because, Optional<Reason> reason, Instant since) {}

    /** One reason to belong in the group, with its time. */
    record Earned(Window window, Because because) {}

    /** A membership of ours that is over. */
    record Ended(Optional<Window> window, List<Because> because) {}

    /**
     * The person.
     *
     * @param unlinked why it is not known who in Salto this is
     * @param stopped whether the customer is suspended or archived
     * @param shutOut why Salto opens nothing for the person, in whatever groups
     * @param expiry from when on Salto opens nothing to the person
     * @param invited when we had Salto invite the person
     */
    record Holder(
            Optional<Reason> unlinked,
            boolean stopped,
            Optional<Reason> shutOut,
            Optional<Instant> expiry,
            Optional<Instant> invited) {}

    /** When the person belongs in the group, over all reasons. */
    List<Window> wanted() {
        return Window.union(earned.stream().map(Earned::window).toList());
    }

    List<Because> because(Window window) {
        return earned.stream()
                .filter(each -> each.window().intersect(window).isPresent())
                .map(Earned::because)
                .distinct()
                .toList();
    }
}
