package app.latchkey.look;

/** What goes on counting in the browser: a newer drawing of the same only sets it right. */
sealed interface Counting permits TimeText, Freshness {

    /** What it is about; another drawing with the same is the same one. */
    String about();

    /** Counts on from where the newer drawing is. */
    void goOn(Counting newer);
}
