package app.latchkey.sync;

import java.util.List;

/** What the staff see: summaries over all spaces, in the staff scope. */
public interface StaffBoard {

    /** Those in trouble first. */
    List<SpaceHealth> board();

    /** By cause, most people affected first. */
    List<FailureRow> failures();

    JobHealth jobs();

    /** The newest runs of all spaces. */
    List<StaffRun> runs(int limit);
}
