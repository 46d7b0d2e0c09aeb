package app.latchkey.look;

/** Every state a door, a person or a space can be shown in: always a word, a shape and a colour together. */
public enum State {
    OPEN(Tone.OPEN, Shape.PADLOCK_OPEN, "Can open", "Opens for you"),
    NEXT(Tone.NEXT, Shape.CLOCK, "Later", "Later"),
    ON_ITS_WAY(Tone.NEXT, Shape.TURNING_RING, "On its way", "On its way"),
    BEING_TAKEN_OUT(Tone.NEXT, Shape.TURNING_RING, "Being taken out", "On its way"),
    WITHHELD(Tone.WITHHELD, Shape.DIAMOND_BARS, "Withheld", "On hold"),
    ENDED(Tone.CLOSED, Shape.PADLOCK_SHUT, "Ended", "Closed"),
    BY_HAND(Tone.BY_HAND, Shape.HAND, "By hand in Salto", "Opens for you"),
    STOPPED_PERSON(Tone.STOPPED, Shape.OCTAGON, "Stopped, needs you", "Closed"),
    NOT_KNOWN(Tone.CLOSED, Shape.QUESTION, "Not known", "Not known"),
    RIGHT(Tone.OPEN, Shape.TICK, "Right", "Right"),
    BEHIND(Tone.WITHHELD, Shape.DIAMOND, "Behind", "Behind"),
    STOPPED(Tone.STOPPED, Shape.OCTAGON, "Stopped", "Stopped"),
    WATCHING(Tone.NEXT, Shape.EYE, "Watching", "Watching"),
    PAUSED(Tone.CLOSED, Shape.BARS, "Paused by you", "Paused"),
    FROZEN(Tone.NEXT, Shape.SNOWFLAKE, "Every change stopped", "Paused"),
    IN_SET_UP(Tone.NEXT, Shape.HALF_RING, "In set-up", "In set-up"),
    LEAVING(Tone.CLOSED, Shape.DOOR, "Leaving", "Leaving");

    private final Tone tone;
    private final Shape shape;
    private final String operatorWord;
    private final String memberWord;

    State(Tone tone, Shape shape, String operatorWord, String memberWord) {
        this.tone = tone;
        this.shape = shape;
        this.operatorWord = operatorWord;
        this.memberWord = memberWord;
    }

    public Tone tone() {
        return tone;
    }

    public Shape shape() {
        return shape;
    }

    /** What operators and staff read. */
    public String operatorWord() {
        return operatorWord;
    }

    /** What a member reads: never how we do it, only whether the door opens. */
    public String memberWord() {
        return memberWord;
    }
}
