package app.latchkey.space;

/** The owner already has a space of this name; the message is for people. */
public class SpaceNameTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpaceNameTaken(String name) {
        super("You already have a space called " + name + ".");
    }
}
