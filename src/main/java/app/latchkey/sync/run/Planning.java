package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.CustomerLink;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Observed;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.PlanInput;
import app.latchkey.sync.plan.Planner;
import app.latchkey.sync.plan.RailFacts;
import app.latchkey.sync.plan.Rails;
import app.latchkey.sync.plan.Reading;
import app.latchkey.sync.plan.Seats;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the planner needs and puts its plan on rails. Within a space's scope. */
@Component
class Planning {

    private final RailHistory rails;
    private final Snapshot salto;
    private final Standings standings;
    private final Disputes disputes;

    Planning(RailHistory rails, Snapshot salto, Standings standings, Disputes disputes) {
        this.rails = rails;
        this.salto = salto;
        this.standings = standings;
        this.disputes = disputes;
    }

    /** For these people and Salto users only. */
    Planned plan(
            Situation situation,
            Set<CustomerId> persons,
            Set<PlatformUserId> users,
            List<Entitlement> entitlements,
            Reading reading,
            Instant now) {
        PlanInput input = input(situation, persons, users, entitlements, reading, now);
        Plan plan = seated(disputes.stop(Planner.plan(input), now), situation, persons);
        RailFacts facts = rails.facts(plan, users, situation.limits(), now);
        return Planned.of(
                situation,
                persons,
                users,
                entitlements,
                Rails.check(plan, situation.limits(), facts),
                facts.expected(),
                now);
    }

    /** What is recorded of them is not understood: pages say that they are left as they are. */
    void setAside(Set<CustomerId> customers) {
        if (!customers.isEmpty()) {
            standings.notUnderstood(customers);
        }
    }

    /** A seat that is left belongs to those who wait already: which of them has it, the run over everybody says. */
    private Plan seated(Plan plan, Situation situation, Set<CustomerId> persons) {
        return salto.seatsFree()
                .map(free -> Seats.allot(plan, free - standings.waitForASeat(persons), situation.suspended()))
                .orElse(plan);
    }

    PlanInput input(
            Situation situation,
            Set<CustomerId> persons,
            Set<PlatformUserId> users,
            List<Entitlement> entitlements,
            Reading reading,
            Instant now) {
        List<CustomerLink> people = persons.stream()
                .map(situation::linkOf)
                .flatMap(Optional::stream)
                .toList();
        List<LedgerRow> ledger = situation.ledger().stream()
                .filter(row -> users.contains(row.membership().user()))
                .toList();
        return new PlanInput(
                people,
                entitlements,
                observed(situation, users),
                ledger,
                situation.matches(),
                reading,
                situation.conduct(now),
                now);
    }

    private static Observed observed(Situation situation, Set<PlatformUserId> users) {
        Set<Membership> present = of(users, situation.members().keySet());
        Set<Membership> takenOut = new HashSet<>(of(users, situation.putBack()));
        takenOut.removeAll(present);
        return new Observed(present, situation.untouchable(), situation.goneGroups(), takenOut);
    }

    private static Set<Membership> of(Set<PlatformUserId> users, Collection<Membership> memberships) {
        return memberships.stream()
                .filter(membership -> users.contains(membership.user()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
