package app.latchkey.look;

/** The shapes of our icon set, 16 px each, drawn in the colour of the text around them. */
public enum Shape {
    PADLOCK_OPEN(
            "<rect x='3' y='7' width='10' height='7' rx='1.8' fill='currentColor'/><path d='M5.4 7V4.8a2.6 2.6 0 0 1 5.1-.7'/>"),
    PADLOCK_SHUT("<rect x='3' y='7' width='10' height='7' rx='1.8'/><path d='M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2'/>"),
    CLOCK("<circle cx='8' cy='8' r='5.8'/><path d='M8 4.8V8l2.2 1.4'/>"),
    TURNING_RING("<path class='lk-turns' d='M8 2.2a5.8 5.8 0 1 1-5.8 5.8'/>"),
    DIAMOND_BARS("<path d='M8 1.6 14.4 8 8 14.4 1.6 8z'/><path d='M6.8 6v4M9.2 6v4'/>"),
    DIAMOND("<path d='M8 1.6 14.4 8 8 14.4 1.6 8z'/><path d='M8 5.4v3.2M8 10.6h.01'/>"),
    HAND("<rect x='1.8' y='1.8' width='12.4' height='12.4' rx='2.6'/>"
            + "<path d='M6 8.4V5.6M7.5 7.8V4.7M9 7.8V4.9M10.5 8.2V6v3.4c0 1.4-1 2.2-2.2 2.2-1.9 0-2.6-1-3.6-2.8'/>"),
    OCTAGON("<path d='M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2z'/><path d='M8 4.8v3.8M8 11h.01'/>"),
    QUESTION("<circle cx='8' cy='8' r='6' stroke-dasharray='2.2 1.8'/>"
            + "<path d='M6.4 6.4a1.65 1.65 0 1 1 2.4 1.5c-.6.3-.8.6-.8 1.2M8 11.2h.01'/>"),
    TICK("<circle cx='8' cy='8' r='6'/><path d='m5.2 8.2 2 2 3.6-4'/>"),
    CROSS("<circle cx='8' cy='8' r='6'/><path d='m5.8 5.8 4.4 4.4M10.2 5.8l-4.4 4.4'/>"),
    EYE("<path d='M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8z'/><circle cx='8' cy='8' r='1.8'/>"),
    SNOWFLAKE("<path d='M8 1.8v12.4M2.6 4.9l10.8 6.2M13.4 4.9 2.6 11.1'/>"),
    BARS("<path d='M5.6 3.5v9M10.4 3.5v9'/>"),
    HALF_RING(
            "<circle cx='8' cy='8' r='5.8'/><path fill='currentColor' stroke='none' d='M8 2.2a5.8 5.8 0 0 1 0 11.6z'/>"),
    DOOR("<path d='M9 2.4H3v11.2h6M7 8h7M11.6 5.6 14 8l-2.4 2.4'/>");

    private final String inside;

    Shape(String inside) {
        this.inside = inside;
    }

    /** The shape as an SVG document that says nothing to a screen reader: the word beside it does. */
    public String svg() {
        return "<svg viewBox='0 0 16 16' width='16' height='16' aria-hidden='true' focusable='false' fill='none'"
                + " stroke='currentColor' stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'>"
                + inside
                + "</svg>";
    }
}
