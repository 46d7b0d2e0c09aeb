package app.latchkey.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What would happen if Latchkey began now: by name, with the facts' fingerprint.
 *
 * @param sources how far each source has been read
 * @param lines gain, keep, by hand, withheld, lose; empty until the reading is done
 * @param mails invitations that Salto would send at the first due windows
 * @param seats seats that everybody who gains would take
 * @param fingerprint of the lines and the facts behind them; what activating confirms
 * @param changes since a preview that somebody wanted to confirm; empty when this is the first, or was asked for
 * @param trouble why the reading stopped, for people
 */
public record Review(
        ReviewState state,
        Optional<Instant> startedAt,
        Optional<Instant> readyAt,
        List<SourceProgress> sources,
        List<ReviewLine> lines,
        int mails,
        int seats,
        String fingerprint,
        Optional<ReviewChanges> changes,
        Optional<String> trouble) {

    public Review {
        sources = List.copyOf(sources);
        lines = List.copyOf(lines);
    }

    public static Review none() {
        return new Review(
                ReviewState.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                0,
                "",
                Optional.empty(),
                Optional.empty());
    }

    public List<ReviewLine> lines(ReviewLine.Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).toList();
    }

    /** The lines that one of the two questions is about. */
    public List<ReviewLine> asking(ReviewLine.Asked question) {
        return lines.stream().filter(line -> line.asked() == question).toList();
    }

    public int count(ReviewLine.Outcome outcome) {
        return lines(outcome).size();
    }
}
