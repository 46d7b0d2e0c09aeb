package app.latchkey.sync;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.space.Mode;
import java.util.Set;

/**
 * What an operator answers to a review.
 *
 * @param lookAfter whether those who are in a group by hand and entitled to it become ours
 * @param takeOut those without a purchase whom we shall take out, by name; whoever is not named stays for ever
 * @param fingerprint of the review that was read
 */
public record ReviewAnswer(Mode mode, boolean lookAfter, Set<InGroup> takeOut, String fingerprint) {

    public ReviewAnswer {
        takeOut = Set.copyOf(takeOut);
    }

    /** Leaves everybody without a purchase where they are. */
    public static ReviewAnswer of(Mode mode, boolean lookAfter, String fingerprint) {
        return new ReviewAnswer(mode, lookAfter, Set.of(), fingerprint);
    }

    /** A Salto user in an access group. */
    public record InGroup(PlatformUserId user, AccessGroupId group) {}
}
