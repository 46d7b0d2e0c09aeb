package app.latchkey.sync;

import app.latchkey.shared.SpaceId;

/** The numbers of a space's overview. Opens the space's scope by itself. */
public interface Overviews {

    SpaceOverview of(SpaceId space);
}
