package app.latchkey.salto;

/** Whether a site can be worked with, and why not. */
public sealed interface Usable {

    static Usable yes() {
        return new Yes();
    }

    static Usable no(Reason reason) {
        return new No(reason);
    }

    /** What keeps a site from being used. */
    enum Reason {
        /** The connected account is no site administrator there. */
        WRONG_ROLE,
        /** The installer has not released the site. */
        NOT_RELEASED,
        /** The site has no valid subscription. */
        NO_SUBSCRIPTION
    }

    record Yes() implements Usable {}

    record No(Reason reason) implements Usable {}
}
