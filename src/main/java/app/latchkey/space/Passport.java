package app.latchkey.space;

/** Whether members may unlock with Nexudus's Passport app at this space: only for two reasons, each a setting. */
public record Passport(boolean whiteLabel, boolean sinceBeforeJune2020) {

    public static Passport none() {
        return new Passport(false, false);
    }

    public boolean offered() {
        return whiteLabel || sinceBeforeJune2020;
    }
}
