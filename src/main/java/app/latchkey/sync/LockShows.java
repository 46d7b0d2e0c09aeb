package app.latchkey.sync;

/** What a member saw a lock do. */
public enum LockShows {
    NOT_SAID("not said"),
    RED("red light"),
    GREEN_BUT_SHUT("green, but shut"),
    NOTHING("nothing");

    private final String words;

    LockShows(String words) {
        this.words = words;
    }

    /** For operators. */
    public String words() {
        return words;
    }
}
