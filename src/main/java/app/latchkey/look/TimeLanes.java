package app.latchkey.look;

import app.latchkey.shared.Window;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Lanes over time, one for each access group or person: bars for what should be, dots for what happens, and the brass line of now. */
public final class TimeLanes {

    private static final int BAR = 36;
    private static final int FOOT = 26;
    private static final Form DESK = new Form(960, 170, 0, 6);
    /** On a phone a lane's name stands above it. */
    private static final Form PHONE = new Form(356, 0, 24, 2);

    private static final int LONGEST_LABEL = 24;

    private TimeLanes() {}

    /** One lane; {@code bars} and {@code marks} outside the drawn time are cut. */
    public record Lane(String label, List<Bar> bars, List<Mark> marks) {
        public Lane {
            bars = List.copyOf(bars);
            marks = List.copyOf(marks);
        }
    }

    /** A stretch of time in a state. */
    public record Bar(Window window, Tone tone, String title) {}

    /** One moment; a broken one is a diamond. */
    public record Mark(Instant at, Tone tone, boolean broken, String title) {}

    /** @param sentence what the drawing says, for who cannot see it */
    public static Div of(String sentence, List<Lane> lanes, Window shown, Instant now, ZoneId zone) {
        Div desk = drawing(sentence, lanes, shown, now, zone, DESK).component();
        desk.addClassName("lk-wide-only");
        Div phone = drawing(sentence, lanes, shown, now, zone, PHONE).component();
        phone.addClassNames("lk-narrow-only", "lk-phone-drawing");
        return new Div(desk, phone);
    }

    static Drawing drawing(String sentence, List<Lane> lanes, Window shown, Instant now, ZoneId zone) {
        return drawing(sentence, lanes, shown, now, zone, DESK);
    }

    private static Drawing drawing(
            String sentence, List<Lane> lanes, Window shown, Instant now, ZoneId zone, Form form) {
        int height = lanes.size() * form.lane() + FOOT;
        Drawing drawing = new Drawing(form.width, height, sentence);
        Scale scale = new Scale(shown, form);
        ticks(drawing, scale, height, now, zone);
        for (int i = 0; i < lanes.size(); i++) {
            lane(drawing, scale, lanes.get(i), i * form.lane());
        }
        if (shown.contains(now)) {
            drawing.line(scale.x(now), 0, scale.x(now), height - FOOT + 4, "lk-now");
        }
        return drawing;
    }

    private static void lane(Drawing drawing, Scale scale, Lane lane, int above) {
        int top = above + scale.form.above;
        drawing.text(0, scale.form.above == 0 ? top + 23 : top, Drawing.shortened(lane.label(), LONGEST_LABEL));
        for (Bar bar : lane.bars()) {
            bar.window().intersect(scale.shown).ifPresent(seen -> {
                double from = scale.x(seen.from());
                drawing.bar(
                        from,
                        top + 8,
                        scale.x(seen.end().orElse(scale.end())) - from,
                        BAR - 16,
                        bar.tone(),
                        0.55,
                        bar.title());
            });
        }
        for (Mark mark : lane.marks()) {
            if (scale.shown.contains(mark.at())) {
                if (mark.broken()) {
                    drawing.diamond(scale.x(mark.at()), top + 18, 7, mark.tone(), mark.title());
                } else {
                    drawing.dot(scale.x(mark.at()), top + 18, 5, mark.tone(), mark.title());
                }
            }
        }
    }

    private static void ticks(Drawing drawing, Scale scale, int height, Instant now, ZoneId zone) {
        int parts = scale.form.ticks;
        Duration step = scale.length().dividedBy(parts);
        boolean days = scale.length().compareTo(Duration.ofDays(2)) > 0;
        for (int i = 0; i <= parts; i++) {
            Instant at = scale.shown.from().plus(step.multipliedBy(i));
            drawing.line(scale.x(at), 0, scale.x(at), height - FOOT, "lk-grid-line");
            String words = days ? PageTime.day(at, now, zone) : PageTime.clock(at, zone);
            drawing.tick(scale.x(at), i, parts, words);
        }
    }

    /**
     * How wide it is drawn, and where the lanes' names stand.
     *
     * @param label what is left for names beside the lanes
     * @param above what is left for a name above each lane
     * @param ticks how many parts of the time have a word
     */
    private record Form(int width, int label, int above, int ticks) {

        int lane() {
            return BAR + above;
        }
    }

    private record Scale(Window shown, Form form) {

        Instant end() {
            return shown.end().orElseGet(() -> shown.from().plus(Duration.ofDays(1)));
        }

        Duration length() {
            return Duration.between(shown.from(), end());
        }

        double x(Instant at) {
            double share = (double) Duration.between(shown.from(), at).toMillis() / length().toMillis();
            return form.label + Math.clamp(share, 0, 1) * (form.width - form.label - 4);
        }
    }
}
