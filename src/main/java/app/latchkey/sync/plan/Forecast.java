package app.latchkey.sync.plan;

import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Hold;
import app.latchkey.sync.plan.Decision.Keep;
import app.latchkey.sync.plan.Decision.Revoke;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ends that were known when a complete run planned: what ends then is expected and needs nobody's yes.
 *
 * @param ends when each membership was to end; those without an end are not in it
 */
public record Forecast(Map<Membership, Instant> ends) {

    public Forecast {
        ends = Map.copyOf(ends);
    }

    public static Forecast of(Plan plan) {
        Map<Membership, Instant> ends = new HashMap<>();
        for (Decision decision : plan.decisions()) {
            switch (decision) {
                case Keep keep -> note(ends, keep, keep.window());
                case Grant grant -> note(ends, grant, grant.window());
                case Revoke _, Hold _, Decision.Withhold _, Decision.Foreign _, Decision.Forget _ -> {}
            }
        }
        return new Forecast(ends);
    }

    /** The same, with what was expected to have ended by now and has not: it stays expected until it is done. */
    public Forecast withOverdue(Collection<Membership> expected, Instant now) {
        Map<Membership, Instant> all = new HashMap<>(ends);
        expected.forEach(membership -> all.putIfAbsent(membership, now));
        return new Forecast(all);
    }

    /** The memberships that were to have ended by {@code now}. */
    public Set<Membership> expectedAt(Instant now) {
        return ends.entrySet().stream()
                .filter(end -> !now.isBefore(end.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody whom a plan would take out, now or once nothing holds it: the preview of a match version. */
    public static Set<Membership> removals(Plan plan) {
        return plan.others().stream()
                .map(Forecast::changeOf)
                .filter(Revoke.class::isInstance)
                .map(Forecast::membership)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Decision changeOf(Decision decision) {
        return decision instanceof Hold hold ? hold.change() : decision;
    }

    private static void note(Map<Membership, Instant> ends, Decision decision, Window window) {
        if (decision.subject() instanceof Subject.SaltoUser && window.end().isPresent()) {
            ends.put(membership(decision), window.end().get());
        }
    }

    static Membership membership(Decision decision) {
        return switch (decision.subject()) {
            case Subject.SaltoUser known -> new Membership(known.user(), decision.group());
            case Subject.Newcomer newcomer ->
                throw new IllegalStateException("Customer " + newcomer.customer() + " is no Salto user yet");
        };
    }
}
