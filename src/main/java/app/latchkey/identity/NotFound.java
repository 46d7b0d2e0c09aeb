package app.latchkey.identity;

/** There is no such page, or it belongs to somebody else: both read the same, so that nobody learns which spaces exist. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("There is no such page, or it is not yours to see.");
    }
}
