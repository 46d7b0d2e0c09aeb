package app.latchkey.sync.plan;

import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Withhold;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Salto counts seats. Whoever is due soonest has the next one; for the others the grant is withheld, by name. */
public final class Seats {

    private static final double ALMOST_ALL = 0.80;

    private Seats() {}

    /**
     * The plan as far as seats go.
     *
     * @param free how many are left; none, also when more wait than are left
     * @param suspended Salto users who need one again before they can open anything
     */
    public static Plan allot(Plan plan, int free, Set<PlatformUserId> suspended) {
        Set<Subject> seated = new HashSet<>();
        return plan.replacing(decision -> decision instanceof Grant grant && needsOne(grant.subject(), suspended)
                ? seat(grant, seated, free)
                : decision);
    }

    /** Whether it matters how many are left: somebody is to have one, or waits for one. */
    public static boolean matter(Plan plan) {
        return !plan.invitations().isEmpty() || waiting(plan.others()) > 0;
    }

    /** Grants come soonest due first, so the seats go in that order. */
    private static Decision seat(Grant grant, Set<Subject> seated, int free) {
        boolean has = seated.contains(grant.subject()) || seated.size() < free && seated.add(grant.subject());
        return has ? grant : new Withhold(grant.subject(), grant.group(), WithheldReason.NO_SEAT, grant.because());
    }

    private static boolean needsOne(Subject subject, Set<PlatformUserId> suspended) {
        return switch (subject) {
            case Subject.Newcomer _ -> true;
            case Subject.SaltoUser known -> suspended.contains(known.user());
        };
    }

    /** Whether an operator should hear of it before somebody stands outside. */
    public static boolean running(int used, int all) {
        return used >= all * ALMOST_ALL;
    }

    /**
     * Salto users of ours who hold a seat for nothing.
     *
     * @param lastInAGroup when each of our users was last in a group; absent while he is in one
     * @param nextDue when something of each is due next
     * @param idleAfter how long nobody may have been in a group, and nothing may be due, for a seat to be idle
     */
    public static Set<PlatformUserId> idle(
            Map<PlatformUserId, Instant> lastInAGroup,
            Map<PlatformUserId, Instant> nextDue,
            Duration idleAfter,
            Instant now) {
        Set<PlatformUserId> idle = new HashSet<>();
        lastInAGroup.forEach((user, last) -> {
            boolean longAgo = !now.isBefore(last.plus(idleAfter));
            boolean nothingSoon = Optional.ofNullable(nextDue.get(user))
                    .filter(due -> due.isBefore(now.plus(idleAfter)))
                    .isEmpty();
            if (longAgo && nothingSoon) {
                idle.add(user);
            }
        });
        return Set.copyOf(idle);
    }

    /** How many people wait for a seat. */
    public static long waiting(Collection<Decision> decisions) {
        return decisions.stream()
                .filter(decision ->
                        decision instanceof Withhold withhold && withhold.reason() == WithheldReason.NO_SEAT)
                .map(Decision::subject)
                .distinct()
                .count();
    }
}
