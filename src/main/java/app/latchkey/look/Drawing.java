package app.latchkey.look;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;

/** An inline SVG made on the server: it has a sentence for who cannot see it, and everything people named is escaped. */
final class Drawing {

    private final StringBuilder inside = new StringBuilder();
    private final int width;
    private final int height;
    private final String sentence;

    Drawing(int width, int height, String sentence) {
        this.width = width;
        this.height = height;
        this.sentence = sentence;
    }

    /** Safe in an attribute and in text; characters XML does not know become a question mark. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isDrawable(c) ? c : '?');
            }
        });
        return safe.toString();
    }

    private static boolean isDrawable(int c) {
        boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c == '\t' || c == '\n' || (c >= ' ' && c != 0x7f && !loneSurrogate && c != 0xfffe && c != 0xffff);
    }

    /** At most so many characters, cut with an ellipsis: a name of 10,000 letters must not break a row. */
    static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    Drawing text(double x, double y, String words) {
        return draw("<text x='%.1f' y='%.1f'>%s</text>", x, y, escape(words));
    }

    /** The words under one of a scale's ticks: in its middle, but at either end inside the drawing. */
    Drawing tick(double x, int tick, int last, String words) {
        String anchor = tick == 0 ? "start" : tick == last ? "end" : "middle";
        return draw("<text x='%.1f' y='%d' text-anchor='%s'>%s</text>", x, height - 6, anchor, escape(words));
    }

    Drawing line(double x1, double y1, double x2, double y2, String className) {
        return draw("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' class='%s'/>", x1, y1, x2, y2, escape(className));
    }

    Drawing bar(double x, double y, double wide, double high, Tone tone, double opacity, String title) {
        return draw(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='3' fill='%s' fill-opacity='%.2f'>"
                        + "<title>%s</title></rect>",
                x, y, Math.max(2, wide), high, tone.colour(), opacity, escape(title));
    }

    Drawing dot(double x, double y, double radius, Tone tone, String title) {
        return draw(
                "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s'><title>%s</title></circle>",
                x, y, radius, tone.colour(), escape(title));
    }

    Drawing diamond(double x, double y, double half, Tone tone, String title) {
        return draw(
                "<path d='M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz' fill='%s'><title>%s</title></path>",
                x, y - half, half, half, -half, half, -half, -half, tone.colour(), escape(title));
    }

    /** A number's point is a point wherever the server stands. */
    private Drawing draw(String shape, Object... values) {
        inside.append(String.format(Locale.ROOT, shape, values));
        return this;
    }

    String svg() {
        return "<svg viewBox='0 0 %d %d' role='img' aria-label='%s' xmlns='http://www.w3.org/2000/svg'>%s</svg>"
                .formatted(width, height, escape(sentence), inside);
    }

    /** Scrolls sideways by itself where it is wider than the page. */
    Div component() {
        Div frame = new Div(new Svg(svg()));
        frame.addClassName("lk-drawing");
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "group");
        frame.getElement().setAttribute("aria-label", sentence);
        return frame;
    }
}
