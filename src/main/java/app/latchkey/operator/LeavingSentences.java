package app.latchkey.operator;

import app.latchkey.look.PageTime;
import app.latchkey.sync.Leaving;
import app.latchkey.sync.Leaving.Line;
import app.latchkey.sync.Leaving.Outcome;
import app.latchkey.sync.Leaving.Way;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** What is read about a space that leaves: the three ways, how far it has come, and the receipt. */
public final class LeavingSentences {

    private LeavingSentences() {}

    public static String name(Way way) {
        return switch (way) {
            case KEEP -> "Keep everybody where they are";
            case END_ON -> "End on a date";
            case RELEASE -> "Take them out now";
        };
    }

    /** What follows from it. */
    public static String meaning(Way way) {
        return switch (way) {
            case KEEP -> "They stay in their groups until somebody takes them out by hand in Salto.";
            case END_ON -> "Until then all goes on as it does now; then everybody whom we let in is taken out.";
            case RELEASE -> "Everybody whom we let in is taken out, starting at once.";
        };
    }

    /** "You are leaving on Fri 9 May 12:00. Until then all goes on as before." */
    public static String progress(Leaving leaving, Instant now, ZoneId zone) {
        return switch (leaving.stage()) {
            case WAITING ->
                leaving.dueAt().isAfter(now)
                        ? "You leave %s. Until then all goes on as before."
                                .formatted(PageTime.when(leaving.dueAt(), now, zone))
                        : "It begins in a moment.";
            case GOING ->
                "%d of %d are taken out. You can close this page."
                        .formatted(
                                leaving.lines().size() - leaving.count(Outcome.DUE),
                                leaving.lines().size());
            case DONE ->
                "You left %s. %s Our access to Salto and Nexudus is destroyed."
                        .formatted(PageTime.when(leaving.doneAt().orElse(now), now, zone), result(leaving));
        };
    }

    private static String result(Leaving leaving) {
        return leaving.way() == Way.KEEP
                ? "%d stay in their groups.".formatted(leaving.count(Outcome.KEPT))
                : "%d were taken out, %d were out already."
                        .formatted(leaving.count(Outcome.TAKEN_OUT), leaving.count(Outcome.NOT_IN));
    }

    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case DUE -> "Being taken out";
            case KEPT -> "Stays in the group";
            case TAKEN_OUT -> "Taken out";
            case NOT_IN -> "Was out already";
        };
    }

    /** The receipt as comma-separated values. */
    public static String csv(Leaving leaving) {
        return leaving.lines().stream()
                .map(LeavingSentences::line)
                .collect(Collectors.joining("\r\n", "name,group,what became of it,at\r\n", "\r\n"));
    }

    private static String line(Line line) {
        return "%s,%s,%s,%s"
                .formatted(
                        CsvText.quoted(line.name()),
                        CsvText.quoted(line.group()),
                        CsvText.quoted(outcome(line.outcome())),
                        line.at());
    }
}
