package app.latchkey.nexudus;

/** Hears how far a full read has come. Called often, from the reading thread. */
@FunctionalInterface
public interface ProgressListener {

    /** @param total as Nexudus counts now; grows when records are added meanwhile */
    void read(Source source, int soFar, int total);

    static ProgressListener none() {
        return (source, soFar, total) -> {};
    }
}
