package app.latchkey.look;

import java.util.Locale;

/** The colour roles of states, each with a text colour and a tint in light and dark. */
public enum Tone {
    OPEN,
    NEXT,
    WITHHELD,
    CLOSED,
    BY_HAND,
    STOPPED;

    /** The class name that brings the two colours; the values stand in the style sheet. */
    public String className() {
        return "lk-tone-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text colour for use inside a drawing. */
    public String colour() {
        return "var(--lk-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ")";
    }
}
