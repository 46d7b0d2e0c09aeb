package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Window;
import java.util.List;
import java.util.Optional;

/**
 * One person and one access group of a review.
 *
 * @param customer none for a Salto user who is no customer
 * @param user none for a customer whom Salto does not know yet
 * @param window when it counts; of somebody who will only gain later, that later window
 * @param because why now, then why later
 * @param reason why withheld
 * @param asked what the operator has to answer about this line
 * @param changed whether it is new or different since the preview before
 */
public record ReviewLine(
        Optional<CustomerId> customer,
        Optional<PlatformUserId> user,
        String name,
        AccessGroupId group,
        String groupName,
        Outcome outcome,
        Optional<Window> window,
        List<Because> because,
        Optional<Reason> reason,
        Asked asked,
        boolean changed) {

    public ReviewLine {
        because = List.copyOf(because);
    }

    /** What would happen. */
    public enum Outcome {
        GAIN,
        KEEP,
        BY_HAND,
        WITHHELD,
        LOSE
    }

    /** Which of the two questions of a review is about the line. */
    public enum Asked {
        NOTHING,
        /** Put there by somebody else and entitled: ours from now on, or theirs for ever? */
        LOOK_AFTER,
        /** Put there by somebody else, without a purchase: leave, or take out? */
        WITHOUT_PURCHASE
    }

    /** The same person in the same group, whatever would happen to it. */
    public boolean isAbout(ReviewLine other) {
        return person().equals(other.person()) && group.equals(other.group());
    }

    /** Whether it says the same as another one about the same. */
    public boolean saysTheSame(ReviewLine other) {
        return isAbout(other)
                && outcome == other.outcome()
                && because.equals(other.because())
                && reason.equals(other.reason());
    }

    /** Who it is: one person may have several lines. */
    public String person() {
        return user.map(PlatformUserId::toString)
                .or(() -> customer.map(CustomerId::toString))
                .orElse(name);
    }

    /** The same line, as changed or not. */
    public ReviewLine marked(boolean asChanged) {
        return new ReviewLine(
                customer, user, name, group, groupName, outcome, window, because, reason, asked, asChanged);
    }
}
