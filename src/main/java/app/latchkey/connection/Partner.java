package app.latchkey.connection;

/** One of the two companies a space is connected to. */
public enum Partner {
    SALTO("Salto KS"),
    NEXUDUS("Nexudus");

    private final String title;

    Partner(String title) {
        this.title = title;
    }

    /** The name as people write it. */
    public String title() {
        return title;
    }
}
