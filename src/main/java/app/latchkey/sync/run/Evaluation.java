package app.latchkey.sync.run;

import app.latchkey.sync.ReviewChanges;
import app.latchkey.sync.ReviewLine;
import java.util.List;

/**
 * What a review comes to.
 *
 * @param mails invitations that Salto would send
 * @param seats seats that these and the suspended ones would take
 * @param fingerprint over who, which group, what and why: the same facts give the same, whenever
 */
record Evaluation(Planned planned, List<ReviewLine> lines, int mails, int seats, String fingerprint) {

    Evaluation {
        lines = List.copyOf(lines);
    }

    /** The same, with what has become different marked. */
    Evaluation since(List<ReviewLine> before) {
        return new Evaluation(planned, ReviewChanges.marked(before, lines), mails, seats, fingerprint);
    }
}
