package app.latchkey.onboarding;

import app.latchkey.space.Mode;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewAnswer;
import app.latchkey.sync.ReviewAnswer.InGroup;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewLine.Asked;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operator has answered to a review so far. Neither question has a default.
 *
 * @param lookAfter whether those who are in the right group by hand become ours
 * @param oneByOne whether those without a purchase are looked at by name; false leaves them all
 * @param takeOut those of them who are to be taken out
 */
public record ReviewDraft(Optional<Boolean> lookAfter, Optional<Boolean> oneByOne, Set<InGroup> takeOut, Mode mode) {

    public ReviewDraft {
        takeOut = Set.copyOf(takeOut);
    }

    public ReviewDraft lookingAfter(boolean yes) {
        return new ReviewDraft(Optional.of(yes), oneByOne, takeOut, mode);
    }

    public ReviewDraft choosing(boolean byName) {
        return new ReviewDraft(lookAfter, Optional.of(byName), takeOut, mode);
    }

    public ReviewDraft takingOut(Set<InGroup> people) {
        return new ReviewDraft(lookAfter, oneByOne, people, mode);
    }

    public ReviewDraft in(Mode chosen) {
        return new ReviewDraft(lookAfter, oneByOne, takeOut, chosen);
    }

    /** The lines of the review whose people are taken out: only who is still asked about. */
    public List<ReviewLine> leaving(Review review) {
        if (!oneByOne.orElse(false)) {
            return List.of();
        }
        return review.asking(Asked.WITHOUT_PURCHASE).stream()
                .filter(line -> place(line).filter(takeOut::contains).isPresent())
                .toList();
    }

    /** What is not answered yet, in the words of the page; empty when the review can be confirmed. */
    public Optional<String> missing(Review review) {
        if (lookAfter.isEmpty() && !review.asking(Asked.LOOK_AFTER).isEmpty()) {
            return Optional.of("One question is open: those who are already in the right group, yes or no?");
        }
        if (oneByOne.isEmpty() && !review.asking(Asked.WITHOUT_PURCHASE).isEmpty()) {
            return Optional.of("One question is open: those who are in your groups without a purchase.");
        }
        return oneByOne.orElse(false)
                        && leaving(review).isEmpty()
                        && !review.asking(Asked.WITHOUT_PURCHASE).isEmpty()
                ? Optional.of("Nobody is ticked. Tick whom we shall take out, or leave all.")
                : Optional.empty();
    }

    ReviewAnswer answer(Review review) {
        Set<InGroup> leaving = new HashSet<>();
        leaving(review).forEach(line -> place(line).ifPresent(leaving::add));
        return new ReviewAnswer(mode, lookAfter.orElse(false), leaving, review.fingerprint());
    }

    /** Who is where; only somebody whom Salto knows can be in a group. */
    public static Optional<InGroup> place(ReviewLine line) {
        return line.user().map(user -> new InGroup(user, line.group()));
    }

    /** By whom these lines are: one person may be in several groups. */
    public static int people(List<ReviewLine> lines) {
        return lines.stream()
                .map(ReviewLine::person)
                .collect(Collectors.toSet())
                .size();
    }
}
