package app.latchkey.sync.run;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.space.Space;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Subject;
import app.latchkey.sync.work.Work.Between;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What happens while a full run is under way. Whoever is served meanwhile has been decided from newer facts than the run's own, so that the
 * run has nothing more to say about him; of all others each step is decided again when its turn comes.
 */
final class Meanwhile {

    private final Between between;
    private final Supplier<Space> space;
    private final Clock clock;
    private Set<CustomerId> served = new HashSet<>();
    private Set<CustomerId> unseen = Set.of();

    Meanwhile(Between between, Supplier<Space> space, Clock clock) {
        this.between = between;
        this.space = space;
        this.clock = clock;
    }

    void serve() {
        served.addAll(between.serveDue());
    }

    Set<CustomerId> served() {
        return Set.copyOf(served);
    }

    /** From here on counts who is served after the plan was made, and of whom it was not made from the newest word. */
    Turn since(Planned planned, Set<CustomerId> unread) {
        served = new HashSet<>(unread);
        return new Turn() {
            @Override
            public boolean isRight(CustomerId invited) {
                serve();
                return isAsBefore(planned) && !customers(planned).contains(invited) && !unseen.contains(invited);
            }

            @Override
            public boolean isRight(Decision.Change change) {
                serve();
                return isAsBefore(planned) && isStillRight(planned, change) && isKnown(planned, change);
            }
        };
    }

    private boolean isStillRight(Planned planned, Decision.Change change) {
        Instant now = clock.instant();
        return switch (change.subject()) {
            case Subject.SaltoUser known -> {
                boolean holds = planned.holds(new Membership(known.user(), change.group()), now);
                yield !users(planned).contains(known.user()) && holds == change instanceof Decision.Grant;
            }
            case Subject.Newcomer newcomer -> !customers(planned).contains(newcomer.customer());
        };
    }

    private boolean isKnown(Planned planned, Decision.Change change) {
        return switch (change) {
            case Decision.Grant grant -> Collections.disjoint(planned.customersOf(grant.subject()), unseen);
            case Decision.Revoke _ -> true;
        };
    }

    /** Somebody may have paused or frozen the space, or changed its mode. */
    private boolean isAsBefore(Planned planned) {
        return space.get().allowsTheSameAs(planned.situation().space());
    }

    /** Whom the reading has not shown is given nothing by this run: what was known of him may no longer be so. */
    void givesNothing(Set<CustomerId> customers) {
        unseen = Set.copyOf(customers);
    }

    /** The plan as far as it is the newest word. */
    Planned rest(Planned planned) {
        return served.isEmpty() ? planned : planned.without(customers(planned), users(planned));
    }

    private Set<PlatformUserId> users(Planned planned) {
        return planned.situation().usersOf(served);
    }

    private Set<CustomerId> customers(Planned planned) {
        Set<CustomerId> all = new HashSet<>(served);
        all.addAll(planned.situation().customersOf(users(planned)));
        return all;
    }
}
