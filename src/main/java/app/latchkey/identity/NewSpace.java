package app.latchkey.identity;

/** Asks the reader of a page for a new space, and goes on to its set-up. */
public interface NewSpace {

    /** Opens the question over the page. */
    void ask();
}
