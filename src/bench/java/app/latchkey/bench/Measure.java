package app.latchkey.bench;

/**
 * One line of the report.
 *
 * @param id as the targets are numbered
 * @param measure what {@code value} is, with its unit
 * @param limit the most or the least that {@code value} may be
 * @param baseline what the value is compared with, measured in the same run, in words and figures
 */
record Measure(String id, String measure, double value, Limit limit, double target, String baseline) {

    enum Limit {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Limit(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    static Measure atMost(double target, String id, String measure, double value, String baseline) {
        return new Measure(id, measure, value, Limit.AT_MOST, target, baseline);
    }

    static Measure atLeast(double target, String id, String measure, double value, String baseline) {
        return new Measure(id, measure, value, Limit.AT_LEAST, target, baseline);
    }

    boolean pass() {
        return switch (limit) {
            case AT_MOST -> value <= target;
            case AT_LEAST -> value >= target;
        };
    }
}
