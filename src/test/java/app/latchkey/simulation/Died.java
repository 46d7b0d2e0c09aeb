package app.latchkey.simulation;

/** The process is gone. Nothing may catch this and go on, so it is no exception. */
public final class Died extends Error {

    private static final long serialVersionUID = 1L;

    Died(String where) {
        super("Died " + where);
    }
}
