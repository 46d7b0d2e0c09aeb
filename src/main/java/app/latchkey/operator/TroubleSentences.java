package app.latchkey.operator;

import app.latchkey.connection.Partner;
import app.latchkey.look.PageTime;
import app.latchkey.sync.SpaceTrouble;
import java.time.Instant;
import java.time.ZoneId;

/** What stands in the way of a whole space, in one or two sentences. */
public final class TroubleSentences {

    private TroubleSentences() {}

    public static String of(SpaceTrouble trouble, Instant now, ZoneId zone) {
        return switch (trouble) {
            case SpaceTrouble.Stopped stopped ->
                "%s Nobody loses access; %s."
                        .formatted(cause(stopped, PageTime.when(stopped.since(), now, zone)), arriving(stopped));
            case SpaceTrouble.Incident incident -> incident(incident, PageTime.when(incident.since(), now, zone));
            case SpaceTrouble.Paused paused ->
                "You paused changes %s.".formatted(at(PageTime.when(paused.since(), now, zone)));
            case SpaceTrouble.Frozen frozen ->
                "Every change is stopped until %s. %s"
                        .formatted(PageTime.when(frozen.until(), now, zone), stillIn(frozen.stillIn()));
            case SpaceTrouble.Unknown unknown ->
                "Nothing is known of the time since %s. %s"
                        .formatted(
                                PageTime.when(unknown.since(), now, zone),
                                unknown.asked()
                                        ? "Salto shows something else than we knew; until you answer nobody is let in or taken out."
                                        : "We compare with Salto first; nobody is let in or taken out until then.");
            case SpaceTrouble.NexudusQuiet quiet ->
                "Nexudus decides here, and has told us of nobody since %s. Nobody loses access. Where somebody has bought or booked since, see that Custom ACS is on there."
                        .formatted(PageTime.when(quiet.since(), now, zone));
            case SpaceTrouble.SeatsShort seats ->
                "%d of %d Salto seats left; %s by the end of tomorrow."
                        .formatted(seats.left(), seats.bought(), needing(seats.needed()));
        };
    }

    private static String needing(int people) {
        return switch (people) {
            case 0 -> "nobody needs one";
            case 1 -> "1 person needs one";
            default -> people + " people need one";
        };
    }

    private static String stillIn(int people) {
        return switch (people) {
            case 0 -> "Nobody is in longer than they should.";
            case 1 -> "1 person is still in although their time is over.";
            default -> people + " people are still in although their time is over.";
        };
    }

    public static String name(Partner partner) {
        return switch (partner) {
            case SALTO -> "Salto";
            case NEXUDUS -> "Nexudus";
        };
    }

    private static String cause(SpaceTrouble.Stopped stopped, String since) {
        return stopped.signIn() || stopped.words().isBlank()
                ? "%s needs signing in again since %s.".formatted(name(stopped.partner()), since)
                : lasting(stopped.words(), since) + ".";
    }

    private static String arriving(SpaceTrouble.Stopped stopped) {
        return switch (stopped.arriving()) {
            case 0 -> "nobody else arrives today";
            case 1 -> "1 person arriving today may not get theirs";
            default -> stopped.arriving() + " people arriving today may not get theirs";
        };
    }

    private static String incident(SpaceTrouble.Incident incident, String since) {
        return incident.silent() || incident.words().isBlank()
                ? "%s is not answering since %s. We hold removals and go on by ourselves."
                        .formatted(name(incident.partner()), since)
                : lasting(incident.words(), since) + "; we go on by ourselves.";
    }

    /** Without the full stop. */
    public static String lasting(String words, String since) {
        return (words.endsWith(".") ? words : words + ".") + " So since " + since;
    }

    private static String at(String when) {
        return Character.isDigit(when.charAt(0)) ? "at " + when : when;
    }
}
