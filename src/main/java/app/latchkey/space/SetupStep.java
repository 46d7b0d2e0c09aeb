package app.latchkey.space;

/** How far the set-up of a space has come: the step that is to be done next. */
public enum SetupStep {
    SALTO,
    NEXUDUS,
    MATCH,
    REVIEW,
    DONE;

    /** The last part of the step's address. */
    public String path() {
        return switch (this) {
            case SALTO -> "salto";
            case NEXUDUS -> "nexudus";
            case MATCH -> "match";
            case REVIEW, DONE -> "review";
        };
    }

    /** As people count the steps, from 1. */
    public int number() {
        return switch (this) {
            case SALTO -> 1;
            case NEXUDUS -> 2;
            case MATCH -> 3;
            case REVIEW, DONE -> 4;
        };
    }

    public boolean isBefore(SetupStep other) {
        return compareTo(other) < 0;
    }
}
