package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.sync.MatchPreview;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewLine.Outcome;
import app.latchkey.sync.plan.Forecast;
import app.latchkey.sync.plan.Membership;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What another choice of the operator would change, by name.
 *
 * @param running of those who lose, how many are in the middle of a booking
 * @param removals memberships that only the new choice ends
 */
record Difference(
        List<MatchPreview.Line> gains, List<MatchPreview.Line> losses, int running, Set<Membership> removals) {

    private static final Set<Outcome> HAS = EnumSet.of(Outcome.GAIN, Outcome.KEEP);
    private static final Set<Outcome> KEEPS = EnumSet.of(Outcome.GAIN, Outcome.KEEP, Outcome.BY_HAND, Outcome.WITHHELD);

    static Difference between(Evaluation before, Evaluation after, Instant now) {
        List<ReviewLine> gained = without(after.lines(), before.lines(), HAS);
        List<ReviewLine> lost = without(before.lines(), after.lines(), KEEPS);
        Set<Membership> removals =
                new HashSet<>(Forecast.removals(after.planned().plan()));
        removals.removeAll(Forecast.removals(before.planned().plan()));
        int running = (int) lost.stream().filter(line -> isRunning(line, now)).count();
        return new Difference(named(gained, now), named(lost, now), running, removals);
    }

    /** Those of {@code some} who have access and of whom {@code others} say none of these outcomes. */
    private static List<ReviewLine> without(
            List<ReviewLine> some, Collection<ReviewLine> others, Set<Outcome> outcomes) {
        Set<List<Object>> there = others.stream()
                .filter(line -> outcomes.contains(line.outcome()))
                .map(Difference::pair)
                .collect(Collectors.toSet());
        return some.stream()
                .filter(line -> HAS.contains(line.outcome()) && !there.contains(pair(line)))
                .toList();
    }

    private static List<MatchPreview.Line> named(List<ReviewLine> lines, Instant now) {
        return lines.stream()
                .map(line -> new MatchPreview.Line(line.customer(), line.name(), line.groupName(), isNow(line, now)))
                .toList();
    }

    private static boolean isNow(ReviewLine line, Instant now) {
        return line.window().filter(window -> window.isAhead(now)).isEmpty();
    }

    private static boolean isRunning(ReviewLine line, Instant now) {
        return line.because().stream()
                .filter(Because.Booked.class::isInstance)
                .map(Because.Booked.class::cast)
                .map(Because.Booked::booked)
                .anyMatch(booked -> booked.contains(now));
    }

    private static List<Object> pair(ReviewLine line) {
        return List.of(line.person(), line.group());
    }
}
