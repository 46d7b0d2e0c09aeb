package app.latchkey.sync;

/**
 * Whom it touches that a space is behind or stopped, at this moment and not when a run counted last.
 *
 * @param waiting customers whose access has begun, and who are not in; withheld ones wait for something else
 * @param staying people who are in although their time is over
 * @param arriving customers whose access begins soon, and none of whose other access waits
 */
public record Touched(int waiting, int staying, int arriving) {

    public int people() {
        return waiting + staying + arriving;
    }
}
