package app.latchkey.sync;

import app.latchkey.shared.Secret;

/** What became of asking for a PIN. */
public sealed interface PinAnswer {

    /** The one time that anybody sees it: kept nowhere. */
    record Made(Secret pin) implements PinAnswer {}

    record Not(Why why) implements PinAnswer {}

    /** Why there is none to show. */
    enum Why {
        /** PINs are not switched on for the site or the person, or no lock takes one. */
        NOT_HERE,
        /** Every change at this space is held. */
        PAUSED,
        /** Salto has not caught up with the making of this user. */
        NOT_READY,
        /** Salto could not be asked; nothing has changed. */
        AWAY,
        REFUSED,
        /** The answer was lost: nobody knows whether the old PIN still counts. */
        UNCLEAR
    }
}
