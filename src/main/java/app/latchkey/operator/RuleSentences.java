package app.latchkey.operator;

import app.latchkey.space.Mode;
import app.latchkey.space.SpaceRules;
import app.latchkey.sync.RuleEffects.Effect;
import java.util.ArrayList;
import java.util.List;

/** What a change of the rules does, in words, before it is saved. */
public final class RuleSentences {

    private static final String COLLEAGUES_COME =
            "Saving lets the team of whoever holds a contract in; the next reading says by name who that is."
                    + " Nobody loses access.";

    private RuleSentences() {}

    /** "Saving gives 3 people 30 more minutes today. Nobody loses access." */
    public static String effect(SpaceRules now, SpaceRules then, Effect effect) {
        if (now.equals(then)) {
            return "Nothing is changed yet.";
        }
        List<String> sentences = new ArrayList<>();
        if (!now.before().equals(then.before()) || !now.after().equals(then.after())) {
            sentences.add(bookings(minutes(then) - minutes(now), effect.people()));
            sentences.add(
                    effect.losing() == 0
                            ? "Nobody loses access."
                            : "%s inside their time now %s access at once."
                                    .formatted(
                                            Sentences.people(effect.losing()),
                                            effect.losing() == 1 ? "loses" : "lose"));
        }
        if (!now.shrinking().equals(then.shrinking())) {
            sentences.add(rooms(then.shrinking().size()));
        }
        if (now.teams() != then.teams()) {
            sentences.add(then.teams() ? COLLEAGUES_COME : colleaguesGo(effect.colleagues()));
        }
        if (!now.cutOff().equals(then.cutOff())) {
            sentences.add("A used day pass then holds until %s.".formatted(then.cutOff()));
        }
        return String.join(" ", sentences);
    }

    private static String rooms(int rooms) {
        return switch (rooms) {
            case 0 -> "Bookings may then overlap by their time around in every room.";
            case 1 -> "In 1 room the one who comes then has the gap first; nobody loses booked time.";
            default ->
                "In %d rooms the one who comes then has the gap first; nobody loses booked time.".formatted(rooms);
        };
    }

    private static String colleaguesGo(int people) {
        return people == 0
                ? "Nobody loses access."
                : "%s whom a colleague's contract lets in %s access at once."
                        .formatted(Sentences.people(people), people == 1 ? "loses" : "lose");
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

    private static String bookings(long more, int people) {
        if (people == 0) {
            return "No booking is left today; it counts from the next one.";
        }
        if (more == 0) {
            return "Saving moves the times of %s today.".formatted(Sentences.people(people));
        }
        return more > 0
                ? "Saving gives %s %d more minutes today.".formatted(Sentences.people(people), more)
                : "Saving takes %d minutes from %s today.".formatted(-more, Sentences.people(people));
    }

    private static long minutes(SpaceRules rules) {
        return rules.before().plus(rules.after()).toMinutes();
    }
}
