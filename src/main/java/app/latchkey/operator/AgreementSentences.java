package app.latchkey.operator;

import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.sync.Agreement;
import app.latchkey.sync.Agreement.Day;
import app.latchkey.sync.Agreement.Difference;
import app.latchkey.sync.Agreement.Kind;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What the operator of a watching space reads about how doors and purchases agree. */
public final class AgreementSentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private AgreementSentences() {}

    public static String headline(Agreement agreement) {
        if (agreement.people() == 0) {
            return "Watching: nobody is in a matched group, and nobody should be.";
        }
        return agreement.differing() == 0
                ? "Watching: we agree with your doors for everybody."
                : "Watching: we agree with your doors for %d\u00a0%% of people; %s."
                        .formatted(
                                agreement.percent(),
                                agreement.differing() == 1 ? "1 differs" : agreement.differing() + " differ");
    }

    /** What the drawing shows, for who cannot see it. */
    public static String days(List<Day> days) {
        if (days.size() == 1) {
            return day(days.getFirst());
        }
        return "%d days, from %s to %s".formatted(days.size(), day(days.getFirst()), day(days.getLast()));
    }

    /** "24 Nov: 97 %, 6 of 200 differ". */
    public static String day(Day day) {
        return "%s: %d\u00a0%%, %d of %d differ"
                .formatted(date(day), day.percent(), day.people() - day.agreeing(), day.people());
    }

    public static String date(Day day) {
        return DAY.format(day.day());
    }

    /** What the differences of a kind have in common. */
    public static String title(Kind kind) {
        return switch (kind) {
            case MISSING -> "Bought it, and cannot open";
            case OVER -> "Can open, although it is over";
            case NOT_BOUGHT -> "Can open, and has not bought it";
            case NO_CUSTOMER -> "Can open, and is nobody in Nexudus";
            case WITHHELD -> "Bought it, and something stands in the way";
        };
    }

    /** What would become of them if we wrote. */
    public static String consequence(Kind kind) {
        return switch (kind) {
            case MISSING -> "We would let them in.";
            case OVER -> "We would take them out.";
            case NOT_BOUGHT, NO_CUSTOMER -> "Somebody put them there by hand. We would leave them.";
            case WITHHELD -> "We would not let them in before this is put right.";
        };
    }

    /** What stands beside a name: the group, and the cause as far as there is one. */
    public static String cause(Difference difference, Voice voice) {
        String because = difference.because().isEmpty() ? "" : ": " + Sentences.becauses(difference.because(), voice);
        String why = difference
                .why()
                .map(reason -> "; " + ReasonWords.clause(reason, voice))
                .orElse("");
        return difference.group() + because + why;
    }
}
