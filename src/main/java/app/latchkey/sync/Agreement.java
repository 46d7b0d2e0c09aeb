package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How well the doors of a space that only watches agree with what people bought, as the last run saw it.
 *
 * @param people everybody who is in a matched access group, or would be if the space did not only watch
 * @param agreeing those of them with whom nothing would change
 * @param differences each difference of the others, by kind and then by name
 * @param days the figure at the end of each day that had a complete run, oldest first
 */
public record Agreement(int people, int agreeing, List<Difference> differences, List<Day> days) {

    public Agreement {
        differences = List.copyOf(differences);
        days = List.copyOf(days);
    }

    /** In which way doors and purchases differ. */
    public enum Kind {
        /** Entitled now, and not in the group. */
        MISSING,
        /** In the group because of something that has ended. */
        OVER,
        /** In the group, a customer, and nothing bought earns it. */
        NOT_BOUGHT,
        /** In the group, and nobody in Nexudus is linked to this Salto user. */
        NO_CUSTOMER,
        /** Entitled now, but something keeps us from letting the person in. */
        WITHHELD
    }

    /**
     * One person and one access group.
     *
     * @param since when a run first saw it
     * @param why what keeps somebody withheld out
     * @param because what entitles the person, where something does
     */
    public record Difference(
            Kind kind,
            Optional<CustomerId> customer,
            String name,
            String group,
            Instant since,
            Optional<Reason> why,
            List<Because> because) {

        public Difference {
            because = List.copyOf(because);
        }
    }

    /** @param day in the space's zone */
    public record Day(LocalDate day, int people, int agreeing) {

        /** In whole percent, rounded down: 100 only where everybody agrees. */
        public int percent() {
            return Agreement.percent(agreeing, people);
        }
    }

    public int differing() {
        return people - agreeing;
    }

    /** In whole percent, rounded down: 100 only where everybody agrees. */
    public int percent() {
        return percent(agreeing, people);
    }

    private static int percent(int agreeing, int people) {
        return people == 0 ? 100 : (int) (100L * agreeing / people);
    }
}
