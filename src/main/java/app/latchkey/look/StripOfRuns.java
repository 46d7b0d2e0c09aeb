package app.latchkey.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A day of runs: one bar for each, as high as what it changed, with a diamond on top where something was withheld or failed. */
public final class StripOfRuns {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 110;
    private static final int GROUND = 84;
    private static final int SMALL = 96;

    private StripOfRuns() {}

    /** One run. */
    public record Run(Instant at, int changes, boolean troubled, String title) {}

    public static Div of(String sentence, List<Run> runs, Duration back, Instant now, ZoneId zone) {
        Div strip = new Div(drawing(sentence, runs, back, now, zone).component());
        strip.addClassName("lk-newest-last");
        return strip;
    }

    /** The same for a card: the bars alone, with the sentence written below. */
    public static Div small(String sentence, List<Run> runs, Duration back, Instant now) {
        Drawing drawing = new Drawing(WIDTH, SMALL, sentence);
        drawing.line(0, SMALL - 2, WIDTH, SMALL - 2, "lk-grid-line");
        bars(drawing, runs, back, now, new Measure(SMALL - 2, 10, SMALL - 26, 12));
        drawing.line(WIDTH - 3, 0, WIDTH - 3, SMALL - 2, "lk-now");
        Span words = new Span(sentence);
        words.addClassName("lk-quiet");
        Div small = new Div(drawing.component(), words);
        small.addClassName("lk-small-drawing");
        return small;
    }

    static Drawing drawing(String sentence, List<Run> runs, Duration back, Instant now, ZoneId zone) {
        Drawing drawing = new Drawing(WIDTH, HEIGHT, sentence);
        Instant from = now.minus(back);
        drawing.line(0, GROUND, WIDTH, GROUND, "lk-grid-line");
        for (int i = 0; i <= 6; i++) {
            Instant at = from.plus(back.dividedBy(6).multipliedBy(i));
            drawing.text(Math.min(x(at, from, back), WIDTH - 34), HEIGHT - 6, PageTime.clock(at, zone));
        }
        bars(drawing, runs, back, now, new Measure(GROUND, 10, 54, 4));
        drawing.line(WIDTH - 1, 6, WIDTH - 1, GROUND, "lk-now");
        return drawing;
    }

    /** How bars are drawn: from the ground up, a change at least {@code least} high, the most at {@code least + most}. */
    private record Measure(int ground, int least, int most, int wide) {}

    private static void bars(Drawing drawing, List<Run> runs, Duration back, Instant now, Measure measure) {
        Instant from = now.minus(back);
        int highest = Math.max(1, runs.stream().mapToInt(Run::changes).max().orElse(1));
        runs.stream().filter(run -> run.at().isAfter(from)).forEach(run -> {
            double x = x(run.at(), from, back);
            double high = run.changes() == 0 ? 3 : measure.least + (double) measure.most * run.changes() / highest;
            Tone tone = run.troubled() ? Tone.WITHHELD : run.changes() == 0 ? Tone.CLOSED : Tone.OPEN;
            double top = measure.ground - high;
            drawing.bar(x - measure.wide / 2.0, top, measure.wide, high, tone, 1, run.title());
            if (run.troubled()) {
                drawing.diamond(x, top - 9, 6, Tone.WITHHELD, run.title());
            }
        });
    }

    private static double x(Instant at, Instant from, Duration back) {
        return Math.clamp((double) Duration.between(from, at).toMillis() / back.toMillis(), 0, 1) * (WIDTH - 4);
    }
}
