package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;

/** Somebody else may be serving the space by now: nothing more is written. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLost(SpaceId space) {
        super("The lease of space " + space + " is over");
    }
}
