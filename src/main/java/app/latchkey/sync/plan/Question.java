package app.latchkey.sync.plan;

import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Rules;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.AccessGroupId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * May this person through the doors of this group now?
 *
 * @param people every customer that is this one Salto user
 * @param purchases all of theirs that are known
 * @param decided what the latest plan decided about the pair; nothing, when absent
 * @param known hindrances somebody else found out: an open invitation, a silent partner, a blocked tag, an offline lock
 * @param hours when the group's doors answer at all; always, when absent
 */
public record Question(
        List<CustomerLink> people,
        AccessGroupId group,
        List<Purchase> purchases,
        Matches matches,
        Rules rules,
        @Nullable Decision decided,
        List<Reason> known,
        @Nullable WeeklyHours hours,
        Instant now) {

    public Question {
        people = List.copyOf(people);
        purchases = List.copyOf(purchases);
        known = List.copyOf(known);
        Objects.requireNonNull(group, "group");
        if (people.isEmpty()) {
            throw new IllegalArgumentException("A question is about somebody");
        }
    }

    /** A question with nothing known but the facts and the plan. */
    public static Question about(
            PlanInput input,
            Collection<CustomerLink> people,
            AccessGroupId group,
            Collection<Purchase> purchases,
            Rules rules) {
        Subject subject = People.of(List.copyOf(people))
                .subjectOf(people.iterator().next().person().customer());
        Decision decided = Planner.plan(input).decisions().stream()
                .filter(decision -> decision.subject().equals(subject))
                .filter(decision -> decision.group().equals(group))
                .findFirst()
                .orElse(null);
        return new Question(
                List.copyOf(people),
                group,
                List.copyOf(purchases),
                input.matches(),
                rules,
                decided,
                List.of(),
                null,
                input.now());
    }

    public Question knowing(Reason... reasons) {
        return new Question(people, group, purchases, matches, rules, decided, List.of(reasons), hours, now);
    }

    public Question during(WeeklyHours other) {
        return new Question(people, group, purchases, matches, rules, decided, known, other, now);
    }

    Optional<Decision> decision() {
        return Optional.ofNullable(decided);
    }
}
