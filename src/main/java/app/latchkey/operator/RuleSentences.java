package app.latchkey.operator;

import app.latchkey.nexudus.OptionalSource;
import app.latchkey.space.Mode;
import app.latchkey.space.SpaceRules;
import app.latchkey.sync.MatchPreview;
import app.latchkey.sync.RulePreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a change of the rules does, in words, before it is saved. */
public final class RuleSentences {

    private RuleSentences() {}

    /** "Saving lets 2 people in and takes 1 person out. 3 people have up to 30 more minutes today." */
    public static String effect(SpaceRules now, SpaceRules then, RulePreview preview) {
        if (now.equals(then)) {
            return "Nothing is changed yet.";
        }
        List<String> sentences = new ArrayList<>();
        people(preview.gains()).ifPresent(people -> sentences.add("Saving lets %s in.".formatted(people)));
        people(preview.losses())
                .ifPresentOrElse(
                        people -> sentences.add("Saving takes %s out.".formatted(people)),
                        () -> sentences.add("Nobody loses access."));
        shifted(preview, 1).ifPresent(sentences::add);
        shifted(preview, -1).ifPresent(sentences::add);
        if (!preview.seats().isEmpty()) {
            int seats = preview.seats().size();
            sentences.add(seats == 1 ? "1 seat is given back." : "%d seats are given back.".formatted(seats));
        }
        if (!now.rails().equals(then.rails())) {
            sentences.add("The limits count from the next run.");
        }
        return String.join(" ", sentences);
    }

    /** What stands in the way of rules that would decide by what Nexudus does not show. */
    public static String unread(Set<OptionalSource> silent) {
        return silent.stream()
                .sorted()
                .map(source ->
                        "Nexudus does not show us %s. Give its user the right %s there, then switch this on again."
                                .formatted(source.title(), String.join(" and ", source.roles())))
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> people(List<MatchPreview.Line> lines) {
        long people = lines.stream()
                .map(line -> line.customer().<Object>map(id -> id).orElse(line.name()))
                .distinct()
                .count();
        return people == 0 ? Optional.empty() : Optional.of(Sentences.people((int) people));
    }

    private static Optional<String> shifted(RulePreview preview, int direction) {
        List<Long> minutes = preview.shifts().stream()
                .map(shift -> shift.minutes() * direction)
                .filter(more -> more > 0)
                .toList();
        if (minutes.isEmpty()) {
            return Optional.empty();
        }
        long most = minutes.stream().mapToLong(Long::longValue).max().orElseThrow();
        boolean all = minutes.stream().allMatch(each -> each == most);
        return Optional.of("%s %s %s%d %s minutes today."
                .formatted(
                        Sentences.people(minutes.size()),
                        minutes.size() == 1 ? "has" : "have",
                        all ? "" : "up to ",
                        most,
                        direction > 0 ? "more" : "fewer"));
    }

    public static String name(Mode mode) {
        return switch (mode) {
            case WATCH -> "Watch";
            case GRANTS_ONLY -> "Grants only";
            case FULL -> "Full";
        };
    }

    public static String meaning(Mode mode) {
        return switch (mode) {
            case WATCH -> "We only tell you what we would do.";
            case GRANTS_ONLY -> "We let people in, and take nobody out.";
            case FULL -> "We let people in and take them out again; larger removals wait for your yes.";
        };
    }
}
