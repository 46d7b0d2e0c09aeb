package app.latchkey.sync;

import java.util.List;
import java.util.Optional;

/** What the staff see: summaries over all spaces, in the staff scope. */
public interface StaffBoard {

    /** Those in trouble first. */
    List<SpaceHealth> board();

    /** By cause, most people affected first. */
    List<FailureRow> failures();

    /** Single records that fail again and again, the oldest first. */
    List<DeadLetter> deadLetters();

    /** One space; nothing when none has that name in addresses. */
    Optional<StaffSpace> space(String slug);

    JobHealth jobs();

    /** The newest runs of all spaces. */
    List<StaffRun> runs(int limit);
}
