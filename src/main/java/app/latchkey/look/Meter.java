package app.latchkey.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How much of something is used, in words and as a bar: "87 of 120 seats in use". */
public final class Meter extends Div {

    private Meter(String words, double share, Tone tone) {
        addClassNames("lk-meter", tone.className());
        Div fill = new Div();
        fill.addClassName("lk-meter-fill");
        fill.setWidth(percent(share) + "%");
        Div track = new Div(fill);
        track.addClassName("lk-meter-track");
        track.getElement()
                .setAttribute("role", "meter")
                .setAttribute("aria-label", words)
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100")
                .setAttribute("aria-valuenow", String.valueOf(percent(share)));
        if (!words.isBlank()) {
            add(new Span(words));
        }
        add(track);
    }

    /** Says of what: "87 of 120 Salto seats in use". Turns to the withheld colour from 95 percent on. */
    public static Meter used(int used, int bought, String what) {
        double share = bought <= 0 ? 0 : (double) used / bought;
        return new Meter(
                "%d of %d %s in use".formatted(used, bought, what), share, share >= 0.95 ? Tone.WITHHELD : Tone.NEXT);
    }

    /** A bar without words of its own, for a part that says them elsewhere. */
    public static Meter bar(String label, double share, Tone tone) {
        Meter meter = new Meter("", share, tone);
        meter.getChildren().findFirst().ifPresent(track -> track.getElement().setAttribute("aria-label", label));
        return meter;
    }

    private static int percent(double share) {
        return (int) Math.round(100 * Math.clamp(share, 0, 1));
    }
}
