package app.latchkey.audit;

/** Whether a space's record is as it was written. */
public sealed interface ChainCheck {

    /** Every entry fits the one before it. */
    record Unbroken(long entries) implements ChainCheck {}

    /** The first entry that does not fit: it, or one before it, was changed or taken away. */
    record BrokenAt(long number) implements ChainCheck {}

    default boolean unbroken() {
        return this instanceof Unbroken;
    }
}
