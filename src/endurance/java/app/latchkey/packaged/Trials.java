package app.latchkey.packaged;

import java.util.ArrayList;
import java.util.List;

/** One kind of thing that goes wrong, again and again. The report knows of each time as soon as it is over. */
final class Trials {

    private final String id;
    private final String what;
    private final List<Trial> trials = new ArrayList<>();

    Trials(String id, String what) {
        this.id = id;
        this.what = what;
    }

    synchronized void add(Trial trial) {
        trials.add(trial);
        EnduranceReport.write(id, what, trials);
    }

    synchronized List<Trial> all() {
        return List.copyOf(trials);
    }
}
