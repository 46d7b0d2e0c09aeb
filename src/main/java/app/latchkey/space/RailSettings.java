package app.latchkey.space;

/**
 * How much may change at once without somebody's yes. Shares are in percent of the group memberships that exist.
 *
 * @param removals unforeseen removals in the space that always pass
 * @param removalPercent share of the space above which they wait, when also above {@code removals}
 * @param groupPercent share of a group above which its unforeseen removals wait
 * @param groupSize members from which {@code groupPercent} counts
 * @param suspensions suspended customers in a group who are taken out without a yes
 * @param grants grants that always pass
 * @param grantPercent share of the space above which grants wait, when also above {@code grants}
 */
public record RailSettings(
        int removals,
        int removalPercent,
        int groupPercent,
        int groupSize,
        int suspensions,
        int grants,
        int grantPercent) {

    private static final int MOST = 10_000;
    private static final int WHOLE = 100;

    public RailSettings {
        requireWithin(removals, MOST);
        requireWithin(groupSize, MOST);
        requireWithin(suspensions, MOST);
        requireWithin(grants, MOST);
        requireWithin(removalPercent, WHOLE);
        requireWithin(groupPercent, WHOLE);
        requireWithin(grantPercent, WHOLE);
    }

    public static RailSettings defaults() {
        return new RailSettings(20, 20, 50, 10, 3, 50, 30);
    }

    private static void requireWithin(int number, int most) {
        if (number < 0 || number > most) {
            throw new IllegalArgumentException("A limit is between 0 and " + most + ": " + number);
        }
    }
}
