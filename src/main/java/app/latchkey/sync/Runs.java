package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Optional;

/** What Latchkey did, run by run. Opens the scope by itself. */
public interface Runs {

    /** Newest first. */
    List<RunRow> runs(SpaceId space, boolean onlyChanged, int offset, int limit);

    Optional<RunDetail> run(SpaceId space, long number);

    /** All of {@link #run} as JSON, for whoever keeps it elsewhere. */
    Optional<String> json(SpaceId space, long number);
}
