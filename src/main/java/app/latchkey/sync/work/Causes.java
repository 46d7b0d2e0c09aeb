package app.latchkey.sync.work;

import app.latchkey.nexudus.HookAction;

/** Why work is due, as far as anything depends on it. All other causes are sentences: of hooks, and of people who ask for something. */
public final class Causes {

    /** Somebody's access begins by our clock. */
    public static final String BEGINS = "begin";
    /** Somebody's access ends by our clock, and nothing begins then. */
    public static final String ENDS = "end";
    /** Nexudus says so when anything is bought, and once more a quarter before each booking begins and a quarter after it ends. */
    public static final String HINT = HookAction.ACCESS_MAY_HAVE_CHANGED.cause();
    /** Too many customers are due to look at each. */
    public static final String MANY = "many customers at once";
    /** Salto's event stream says that something happened. */
    public static final String HEARD = "heard at the doors";
    /** It is time to read again. */
    public static final String PERIOD = "period";
    /** A reading lacked somebody, or something of his. */
    public static final String MISSING = "missing";
    /** What is suddenly missing is looked at twice before it is believed. */
    public static final String SECOND_LOOK = "looked at twice";
    /** The regular reading of Nexudus shows something new, of which no hook has told. */
    public static final String CHANGED = "changed";
    /** Salto shows somebody otherwise than we left him. */
    public static final String CHANGED_IN_SALTO = "changed in Salto";

    private Causes() {}
}
