package app.latchkey.salto;

import app.latchkey.shared.SpaceId;

/**
 * Salto's event stream of a site: says within moments that something happened at its doors. What it was is never taken from there, but read.
 * Calls Salto, so that nothing of it is called within a scope. What goes wrong is a {@link StreamState}: doors are read without it too.
 */
public interface EventStream {

    /** Whoever listens. What it throws ends the stream. */
    interface Listener {

        /** From now on whatever happens is told. */
        void live();

        /** Something has happened; called one after the other, and never before {@link #live}. */
        void happened();

        /** Whether to listen on; asked before anything else, and then every few seconds. */
        boolean goesOn();
    }

    /** Whether this deployment says where streams are. */
    boolean isOffered();

    /** Whether the stream of the chosen site can be had, found out by asking: {@link StreamState#LIVE} where it can. */
    StreamState look(SpaceId space);

    /**
     * Listens on this thread until the stream ends.
     *
     * @return why: LIVE when the listener does not go on
     * @throws InterruptedException when this thread is to end; the stream is closed then
     */
    StreamState listen(SpaceId space, Listener listener) throws InterruptedException;
}
