package app.latchkey.operator;

import app.latchkey.entitlement.TimeWords;
import app.latchkey.sync.Leaving;
import app.latchkey.sync.Leaving.Line;
import app.latchkey.sync.Leaving.Outcome;
import app.latchkey.sync.Leaving.TagLine;
import app.latchkey.sync.Leaving.TagOutcome;
import app.latchkey.sync.Leaving.Way;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            case KEEP -> "They stay in their groups and keep their tags until somebody changes that by hand in Salto.";
            case END_ON ->
                "Until then all goes on as it does now; then everybody whom we let in is taken out, and tags that we gave are"
                        + " taken back.";
            case RELEASE ->
                "Everybody whom we let in is taken out, and tags that we gave are taken back, starting at once.";
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
                "%d of %d are taken out%s. You can close this page."
                        .formatted(
                                leaving.lines().size() - leaving.count(Outcome.DUE),
                                leaving.lines().size(),
                                tagsSoFar(leaving));
            case DONE ->
                "You left %s. %s Our access to Salto and Nexudus is destroyed."
                        .formatted(
                                new TimeWords(zone, now).when(leaving.doneAt().orElse(now)),
                                result(leaving) + tags(leaving));
        };
    }

    private static String tagsSoFar(Leaving leaving) {
        int all = leaving.tags().size();
        return all == 0 ? "" : ", and %d of %s taken back".formatted(all - leaving.count(TagOutcome.DUE), tags(all));
    }

    /** Nothing where we gave none. */
    private static String tags(Leaving leaving) {
        StringBuilder words = new StringBuilder();
        int kept = leaving.count(TagOutcome.KEPT);
        if (kept > 0) {
            words.append(" %s with whom %s given to.".formatted(stay(kept), kept == 1 ? "it was" : "they were"));
        }
        int taken = leaving.count(TagOutcome.TAKEN_BACK);
        if (taken > 0) {
            words.append(" %s taken back.".formatted(taken == 1 ? "1 tag was" : tags(taken) + " were"));
        }
        int left = leaving.count(TagOutcome.BY_HAND);
        if (left > 0) {
            words.append(" Salto did not let us take back %s: take %s back there by hand."
                    .formatted(tags(left), left == 1 ? "it" : "them"));
        }
        return words.toString();
    }

    private static String stay(int tags) {
        return tags == 1 ? "1 tag stays" : tags(tags) + " stay";
    }

    private static String tags(int number) {
        return number == 1 ? "1 tag" : number + " tags";
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

    public static String outcome(TagOutcome outcome) {
        return switch (outcome) {
            case DUE -> "Being taken back";
            case KEPT -> "Stays with them";
            case TAKEN_BACK -> "Taken back";
            case NOT_THERE -> "Was gone already";
            case BY_HAND -> "Take it back by hand in Salto";
        };
    }

    /** "Tag 02309289", where a receipt else names the group. */
    public static String tag(TagLine line) {
        return "Tag " + line.tag();
    }

    /** The receipt as comma-separated values. */
    public static String csv(Leaving leaving) {
        return Stream.concat(
                        leaving.lines().stream().map(LeavingSentences::line),
                        leaving.tags().stream().map(LeavingSentences::line))
                .collect(Collectors.joining("\r\n", "name,group or tag,what became of it,at\r\n", "\r\n"));
    }

    private static String line(Line line) {
        return line(line.name(), line.group(), outcome(line.outcome()), line.at());
    }

    private static String line(TagLine line) {
        return line(line.name(), tag(line), outcome(line.outcome()), line.at());
    }

    private static String line(String name, String what, String outcome, Instant at) {
        return "%s,%s,%s,%s".formatted(CsvText.quoted(name), CsvText.quoted(what), CsvText.quoted(outcome), at);
    }
}
