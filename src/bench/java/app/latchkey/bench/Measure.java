package app.latchkey.bench;

/**
 * One line of the report.
 *
 * @param value smaller is better; in the unit that {@code measure} names
 * @param target the most that {@code value} may be
 * @param baseline what the value is compared with, in words
 */
record Measure(String id, String measure, double value, double target, String baseline) {

    boolean pass() {
        return value <= target;
    }
}
