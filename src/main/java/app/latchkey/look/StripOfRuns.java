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
    private static final int PHONE = 356;
    private static final int HEIGHT = 110;
    private static final int GROUND = 84;
    private static final int SMALL = 96;

    private StripOfRuns() {}

    /** One run. */
    public record Run(Instant at, int changes, boolean troubled, String title) {}

    /** Drawn twice, since words that shrink with the drawing could not be read on a phone. */
    public static Div of(String sentence, List<Run> runs, Duration back, Instant now, ZoneId zone) {
        Div desk = drawing(sentence, runs, new Scale(WIDTH, 6, back, now), zone).component();
        desk.addClassName("lk-wide-only");
        Div phone =
                drawing(sentence, runs, new Scale(PHONE, 3, back, now), zone).component();
        phone.addClassNames("lk-narrow-only", "lk-phone-drawing");
        Div strip = new Div(desk, phone);
        strip.addClassName("lk-newest-last");
        return strip;
    }

    /** The same for a card: the bars alone, with the sentence written below. */
    public static Div small(String sentence, List<Run> runs, Duration back, Instant now) {
        Drawing drawing = new Drawing(WIDTH, SMALL, sentence);
        drawing.line(0, SMALL - 2, WIDTH, SMALL - 2, "lk-grid-line");
        bars(drawing, runs, new Scale(WIDTH, 0, back, now), new Measure(SMALL - 2, 10, SMALL - 26, 12));
        drawing.line(WIDTH - 3, 0, WIDTH - 3, SMALL - 2, "lk-now");
        Span words = new Span(sentence);
        words.addClassName("lk-quiet");
        Div small = new Div(drawing.component(), words);
        small.addClassName("lk-small-drawing");
        return small;
    }

    static Drawing drawing(String sentence, List<Run> runs, Scale scale, ZoneId zone) {
        Drawing drawing = new Drawing(scale.width, HEIGHT, sentence);
        drawing.line(0, GROUND, scale.width, GROUND, "lk-grid-line");
        for (int i = 0; i <= scale.ticks; i++) {
            Instant at = scale.from().plus(scale.back.dividedBy(scale.ticks).multipliedBy(i));
            drawing.tick(scale.x(at), i, scale.ticks, PageTime.clock(at, zone));
        }
        bars(drawing, runs, scale, new Measure(GROUND, 10, 54, 4));
        drawing.line(scale.width - 1, 6, scale.width - 1, GROUND, "lk-now");
        return drawing;
    }

    /** How bars are drawn: from the ground up, a change at least {@code least} high, the most at {@code least + most}. */
    private record Measure(int ground, int least, int most, int wide) {}

    private static void bars(Drawing drawing, List<Run> runs, Scale scale, Measure measure) {
        int highest = Math.max(1, runs.stream().mapToInt(Run::changes).max().orElse(1));
        runs.stream().filter(run -> run.at().isAfter(scale.from())).forEach(run -> {
            double x = scale.x(run.at());
            double high = run.changes() == 0 ? 3 : measure.least + (double) measure.most * run.changes() / highest;
            Tone tone = run.troubled() ? Tone.WITHHELD : run.changes() == 0 ? Tone.CLOSED : Tone.OPEN;
            double top = measure.ground - high;
            drawing.bar(x - measure.wide / 2.0, top, measure.wide, high, tone, 1, run.title());
            if (run.troubled()) {
                drawing.diamond(x, top - 9, 6, Tone.WITHHELD, run.title());
            }
        });
    }

    /** The time up to now on so many units, with a word under the beginning and under each of {@code ticks} parts. */
    record Scale(int width, int ticks, Duration back, Instant now) {

        Instant from() {
            return now.minus(back);
        }

        double x(Instant at) {
            double share = (double) Duration.between(from(), at).toMillis() / back.toMillis();
            return Math.clamp(share, 0, 1) * (width - 4);
        }
    }
}
