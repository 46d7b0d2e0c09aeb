package app.latchkey.salto;

import app.latchkey.shared.LockId;

/** A lock on a door; the name is the door's. Offline, it may honour an old key for a while. */
public record Lock(LockId id, String name, boolean online) {}
