package app.latchkey.operator;

import app.latchkey.sync.GapQuestion.Found;
import java.util.ArrayList;
import java.util.List;

/** How an operator is asked about a time of which nothing is known. */
public final class GapSentences {

    private GapSentences() {}

    /** @param since when the last run that is known ended */
    public static String cause(String since) {
        return "Nothing is known of the time since %s: nothing ran here, or an older copy of our record was restored. Meanwhile Salto has"
                        .formatted(since)
                + " changed. Until you answer, nobody is let in and nobody is taken out.";
    }

    public static String heading(Found found) {
        return switch (found) {
            case ENTITLED -> "in Salto and entitled now";
            case WAS_ENTITLED -> "in Salto although their time is over";
            case UNEXPLAINED -> "in Salto without a purchase";
            case MISSING -> "no longer in Salto, and still entitled";
            case MISSING_AND_OVER -> "no longer in Salto, and no longer entitled";
            case FROM_NEWER_VERSION -> "found by a newer version of Latchkey";
        };
    }

    public static String label(Found found, int people) {
        String counted = Sentences.people(people);
        return switch (found) {
            case ENTITLED ->
                "%s in Salto and entitled now, but not in our record. Whom do we look after?".formatted(counted);
            case WAS_ENTITLED ->
                "%s in Salto, not in our record, and their time is over. Whom do we take out?".formatted(counted);
            case UNEXPLAINED ->
                "%s in Salto without a purchase, and not in our record: stay by hand".formatted(counted);
            case MISSING ->
                "%s whom we had let in, gone from Salto and still entitled. Whom do we let in again?"
                        .formatted(counted);
            case MISSING_AND_OVER ->
                "%s whom we had let in, gone from Salto and no longer entitled: nothing to do".formatted(counted);
            case FROM_NEWER_VERSION ->
                "%s found in a way that a newer version of Latchkey recorded: stay as they are".formatted(counted);
        };
    }

    /** What becomes of those who are not ticked. */
    public static String otherwise(Found found) {
        return switch (found) {
            case ENTITLED -> "Tick whom we let in. All others stay by hand, also when their purchase ends.";
            case WAS_ENTITLED -> "Tick whom we let in. All others stay by hand.";
            case MISSING -> "All others stay out until you let them in.";
            case UNEXPLAINED, MISSING_AND_OVER, FROM_NEWER_VERSION -> "";
        };
    }

    /** What an answer does. */
    public static String answer(int lookedAfter, int takenOut, int letIn) {
        List<String> parts = new ArrayList<>();
        if (lookedAfter > 0) {
            parts.add("look after " + Sentences.people(lookedAfter));
        }
        if (takenOut > 0) {
            parts.add("take " + Sentences.people(takenOut) + " out");
        }
        if (letIn > 0) {
            parts.add("let " + Sentences.people(letIn) + " in again");
        }
        return parts.isEmpty()
                ? "Everybody stays as they are in Salto now, and what people buy is followed again."
                : "We %s. All others stay as they are in Salto now.".formatted(String.join(", ", parts));
    }
}
