package app.latchkey.look;

import com.vaadin.flow.component.html.Div;
import java.util.List;

/** A share for each day, as a bar that fills its column from the ground up, with the newest at the right. */
public final class DayBars {

    private static final int DAYS = 14;
    private static final int COLUMN = 24;
    private static final int BAR = 16;
    private static final int HEIGHT = 110;
    private static final int GROUND = 84;
    private static final int TALL = 76;

    private DayBars() {}

    /**
     * One day.
     *
     * @param share between 0 and 1
     * @param label short, for the first and the last day
     * @param title all that is to be said of it
     */
    public record Day(double share, String label, String title) {}

    /** @param sentence what the drawing says, for who cannot see it; only the last two weeks are drawn */
    public static Div of(String sentence, List<Day> days) {
        List<Day> drawn = days.subList(Math.max(0, days.size() - DAYS), days.size());
        int width = DAYS * COLUMN;
        Drawing drawing = new Drawing(width, HEIGHT, sentence);
        drawing.line(0, GROUND - TALL, width, GROUND - TALL, "lk-grid-line");
        drawing.line(0, GROUND, width, GROUND, "lk-grid-line");
        for (int i = 0; i < drawn.size(); i++) {
            Day day = drawn.get(i);
            double x = (DAYS - drawn.size() + i) * COLUMN + (COLUMN - BAR) / 2.0;
            double high = Math.max(2, TALL * Math.clamp(day.share(), 0, 1));
            drawing.bar(x, GROUND - high, BAR, high, day.share() < 1 ? Tone.NEXT : Tone.OPEN, 1, day.title());
        }
        if (drawn.size() > 1) {
            drawing.text(
                    (DAYS - drawn.size()) * COLUMN, HEIGHT - 6, drawn.getFirst().label());
        }
        if (!drawn.isEmpty()) {
            drawing.tick(width, 1, 1, drawn.getLast().label());
        }
        Div bars = drawing.component();
        bars.addClassNames("lk-phone-drawing", "lk-day-bars");
        return bars;
    }
}
