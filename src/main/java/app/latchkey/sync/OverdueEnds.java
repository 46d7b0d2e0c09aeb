package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.util.List;

/** Who is still in because removals are held. Opens the space's scope by itself. */
public interface OverdueEnds {

    /** The longest overdue first. */
    List<OverdueEnd> of(SpaceId space);
}
