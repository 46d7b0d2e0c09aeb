package app.latchkey.sync.plan;

/**
 * How much may change at once without somebody's yes. A share is of the memberships that exist.
 *
 * @param removals unexpected removals in a space that always pass
 * @param removalShare share of a space above which they are held, when also above {@code removals}
 * @param groupShare share of a group that may lose it unexpectedly
 * @param groupSize members from which {@code groupShare} counts
 * @param suspensionsPerGroup suspensions in a group that need no yes
 * @param grants grants that always pass
 * @param grantShare share of a space above which grants are held, when also above {@code grants}
 */
public record RailLimits(
        int removals,
        double removalShare,
        double groupShare,
        int groupSize,
        int suspensionsPerGroup,
        int grants,
        double grantShare) {

    public static final RailLimits DEFAULT = new RailLimits(20, 0.20, 0.50, 10, 3, 50, 0.30);

    public static RailLimits inPercent(
            int removals,
            int removalPercent,
            int groupPercent,
            int groupSize,
            int suspensionsPerGroup,
            int grants,
            int grantPercent) {
        return new RailLimits(
                removals,
                removalPercent / 100.0,
                groupPercent / 100.0,
                groupSize,
                suspensionsPerGroup,
                grants,
                grantPercent / 100.0);
    }

    /** Whether so few changes pass however large the space and its groups are. */
    public boolean letPass(int removed, int granted) {
        return removed <= Math.min(removals, (int) (groupSize * groupShare)) && granted <= grants;
    }

    int removalsAllowed(int memberships) {
        return Math.max(removals, (int) (memberships * removalShare));
    }

    int grantsAllowed(int memberships) {
        return Math.max(grants, (int) (memberships * grantShare));
    }
}
