package app.latchkey.staff;

import app.latchkey.look.State;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.SpaceState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All spaces, most harm first, and the sentence about them. */
public record Board(List<SpaceHealth> spaces) {

    private static final Comparator<SpaceHealth> MOST_HARM_FIRST = Comparator.comparingInt(
                    (SpaceHealth space) -> -space.wrongNow())
            .thenComparing(space -> -harm(space.state()))
            .thenComparing(space -> -space.dueNextHour())
            .thenComparing(SpaceHealth::name);

    public Board {
        spaces = spaces.stream().sorted(MOST_HARM_FIRST).toList();
    }

    /**
     * "793 of 800 running spaces are right. 31 people in 7 spaces may not get in within the hour." One that is set up, watched, held or left by its
     * operator is neither.
     */
    public String sentence() {
        if (spaces.isEmpty()) {
            return "No space yet.";
        }
        List<SpaceHealth> running =
                spaces.stream().filter(space -> runs(space.state())).toList();
        long fine = running.stream()
                .filter(space -> harm(space.state()) == 0 && space.wrongNow() == 0)
                .count();
        List<SpaceHealth> wrong = spaces.stream().filter(Board::endangers).toList();
        int people = wrong.stream()
                .mapToInt(space -> space.wrongNow() + space.dueNextHour())
                .sum();
        String first = running.isEmpty()
                ? "No space is running."
                : "%d of %s right.".formatted(fine, count(running.size(), "running space is", "running spaces are"));
        return people == 0
                ? first + " Nobody stands at a closed door that should be open."
                : first
                        + " %s in %s may not get in within the hour."
                                .formatted(count(people, "person", "people"), count(wrong.size(), "space", "spaces"));
    }

    /** As staff read it: "by you" is the operator's. */
    public static String word(State state) {
        return state == State.PAUSED ? "Paused" : state.operatorWord();
    }

    /** Those whose name, address or id it names. */
    public List<SpaceHealth> found(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return spaces.stream()
                .filter(space -> space.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || space.slug().contains(wanted)
                        || space.space().value().toString().equals(wanted))
                .toList();
    }

    public static State shown(SpaceState state) {
        return switch (state) {
            case RIGHT -> State.RIGHT;
            case BEHIND -> State.BEHIND;
            case STOPPED, COMPARING -> State.STOPPED;
            case WATCHING -> State.WATCHING;
            case PAUSED -> State.PAUSED;
            case FROZEN -> State.FROZEN;
            case IN_SET_UP -> State.IN_SET_UP;
            case LEAVING -> State.LEAVING;
        };
    }

    /** "1 space", "7 spaces". */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static boolean endangers(SpaceHealth space) {
        return space.wrongNow() > 0 || harm(space.state()) > 0 && space.dueNextHour() > 0;
    }

    private static boolean runs(SpaceState state) {
        return switch (state) {
            case RIGHT, BEHIND, STOPPED, COMPARING -> true;
            case WATCHING, PAUSED, FROZEN, IN_SET_UP, LEAVING -> false;
        };
    }

    private static int harm(SpaceState state) {
        return switch (state) {
            case STOPPED -> 2;
            case BEHIND, COMPARING -> 1;
            case RIGHT, WATCHING, PAUSED, FROZEN, IN_SET_UP, LEAVING -> 0;
        };
    }
}
