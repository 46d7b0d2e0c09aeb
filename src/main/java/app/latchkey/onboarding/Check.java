package app.latchkey.onboarding;

/**
 * One thing that was looked at for real.
 *
 * @param result how it was found
 * @param words what is so
 * @param cure what to do about it; empty when nothing is
 */
public record Check(Result result, String words, String cure) {

    /** How a check came out. */
    public enum Result {
        GOOD,
        /** The partner does not say, and there is no other way to find out. */
        UNKNOWN,
        WEAK,
        BAD
    }

    static Check good(String words) {
        return new Check(Result.GOOD, words, "");
    }

    static Check unknown(String words, String cure) {
        return new Check(Result.UNKNOWN, words, cure);
    }

    static Check weak(String words, String cure) {
        return new Check(Result.WEAK, words, cure);
    }

    static Check bad(String words, String cure) {
        return new Check(Result.BAD, words, cure);
    }

    public boolean isBad() {
        return result == Result.BAD;
    }
}
