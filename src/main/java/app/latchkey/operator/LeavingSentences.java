package app.latchkey.operator;

import app.latchkey.entitlement.TimeWords;
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

    /** "You leave on Fri 9 May at 12:00. Until then all goes on as before." */
    public static String progress(Leaving leaving, Instant now, ZoneId zone) {
        return switch (leaving.stage()) {
            case WAITING ->
                leaving.dueAt().isAfter(now)
                        ? "You leave %s. Until then all goes on as before."
                                .formatted(new TimeWords(zone, now).when(leaving.dueAt()))
                        : "It begins in a moment.";
            case GOING ->
                "%d of %d are taken out. You can close this page."
                        .formatted(
                                leaving.lines().size() - leaving.count(Outcome.DUE),
                                leaving.lines().size());
            case DONE ->
                "You left %s. %s Our access to Salto and Nexudus is destroyed."
                        .formatted(
                                new TimeWords(zone, now).when(leaving.doneAt().orElse(now)), result(leaving));
        };
    }

    private static String result(Leaving leaving) {
        if (leaving.way() == Way.KEEP) {
            int kept = leaving.count(Outcome.KEPT);
            return kept == 1 ? "1 stays in the group." : "%d stay in their groups.".formatted(kept);
        }
        int before = leaving.count(Outcome.NOT_IN);
        String also = before == 0 ? "" : ", %s out already".formatted(were(before));
        return "%s taken out%s.".formatted(were(leaving.count(Outcome.TAKEN_OUT)), also);
    }

    private static String were(int people) {
        return people + (people == 1 ? " was" : " were");
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
