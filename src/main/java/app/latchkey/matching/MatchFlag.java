package app.latchkey.matching;

import app.latchkey.shared.SpaceId;

/** What is wrong with choosing a group for an item. None forbids the choice but {@link Taken}. */
public sealed interface MatchFlag {

    /** Salto opens no door for a group without a time schedule. */
    record NoSchedule() implements MatchFlag {}

    /** People in the group open nothing. */
    record NoDoors() implements MatchFlag {}

    /** Another space has it; whether that space may be named depends on who looks. */
    record Taken(SpaceId by) implements MatchFlag {}

    /** The group opens at certain hours only, the item is sold for the whole day. */
    record NarrowerSchedule() implements MatchFlag {}

    /** The group was chosen and is no longer in Salto. */
    record Gone() implements MatchFlag {}

    /** @param before what it was called when somebody last agreed to it */
    record Renamed(String before) implements MatchFlag {}

    /** It opened around the clock when somebody last agreed to it, and no longer does. */
    record Narrowed() implements MatchFlag {}
}
