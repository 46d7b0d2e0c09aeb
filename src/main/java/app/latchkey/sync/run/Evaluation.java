package app.latchkey.sync.run;

import app.latchkey.sync.ReviewLine;
import java.util.List;

/**
 * What a review comes to.
 *
 * @param fingerprint over who, which group, what and why: the same facts give the same, whenever
 */
record Evaluation(Planned planned, List<ReviewLine> lines, int mails, String fingerprint) {

    Evaluation {
        lines = List.copyOf(lines);
    }
}
