package app.latchkey.look;

import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A day of runs: one bar for each, as high as what it changed, with a diamond on top where something was withheld or failed. */
public final class StripOfRuns {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 110;
    private static final int GROUND = 84;

    private StripOfRuns() {}

    /** One run. */
    public record Run(Instant at, int changes, boolean troubled, String title) {}

    public static Div of(String sentence, List<Run> runs, Duration back, Instant now, ZoneId zone) {
        return new Div(drawing(sentence, runs, back, now, zone).component());
    }

    static Drawing drawing(String sentence, List<Run> runs, Duration back, Instant now, ZoneId zone) {
        Drawing drawing = new Drawing(WIDTH, HEIGHT, sentence);
        Instant from = now.minus(back);
        drawing.line(0, GROUND, WIDTH, GROUND, "lk-grid-line");
        for (int i = 0; i <= 6; i++) {
            Instant at = from.plus(back.dividedBy(6).multipliedBy(i));
            drawing.text(Math.min(x(at, from, back), WIDTH - 34), HEIGHT - 6, PageTime.clock(at, zone));
        }
        int highest = Math.max(1, runs.stream().mapToInt(Run::changes).max().orElse(1));
        runs.stream().filter(run -> run.at().isAfter(from)).forEach(run -> {
            double x = x(run.at(), from, back);
            double high = run.changes() == 0 ? 3 : 10 + 54.0 * run.changes() / highest;
            Tone tone = run.troubled() ? Tone.WITHHELD : run.changes() == 0 ? Tone.CLOSED : Tone.OPEN;
            drawing.bar(x - 2, GROUND - high, 4, high, tone, 1, run.title());
            if (run.troubled()) {
                drawing.diamond(x, GROUND - high - 9, 6, Tone.WITHHELD, run.title());
            }
        });
        drawing.line(WIDTH - 1, 6, WIDTH - 1, GROUND, "lk-now");
        return drawing;
    }

    private static double x(Instant at, Instant from, Duration back) {
        return Math.clamp((double) Duration.between(from, at).toMillis() / back.toMillis(), 0, 1) * (WIDTH - 4);
    }
}
