package app.latchkey.operator;

import app.latchkey.sync.DoorLog;

/** What happened at a door, as an operator reads it. */
public final class DoorSentences {

    private DoorSentences() {}

    public static String of(DoorLog.Event event) {
        return switch (event.what()) {
            case OPENED -> event.who() + " opened " + event.door();
            case REFUSED -> event.who() + " was refused at " + event.door();
            case OPENED_WITHOUT_REASON ->
                "%s opened %s without being in a group that opens it: an old key at a lock that was not connected, or a key that Latchkey does not know"
                        .formatted(event.who(), event.door());
            case REFUSED_WITH_REASON ->
                "%s was refused at %s although in a group that opens it: look at the seat, the key and the group’s hours"
                        .formatted(event.who(), event.door());
            case OTHER -> "Something happened at " + event.door();
        };
    }

    /** @param times how often within a day, at least once */
    public static String strange(int times) {
        return times == 1
                ? "Since yesterday a door did once what its groups do not explain."
                : "Since yesterday doors did %d times what their groups do not explain.".formatted(times);
    }
}
