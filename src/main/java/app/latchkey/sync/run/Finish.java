package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Forecast;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Seats;
import app.latchkey.sync.plan.Subject;
import app.latchkey.sync.work.Causes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes down what came of a plan: reasons, standings, forecast and the journal's lines about what was not written. Within a space's scope. */
@Component
class Finish {

    private final Ledger ledger;
    private final Standings standings;
    private final Journal journal;
    private final RailHistory rails;
    private final Snapshot salto;
    private final Disputes disputes;

    Finish(Ledger ledger, Standings standings, Journal journal, RailHistory rails, Snapshot salto, Disputes disputes) {
        this.ledger = ledger;
        this.standings = standings;
        this.journal = journal;
        this.rails = rails;
        this.salto = salto;
        this.disputes = disputes;
    }

    /** @param everybody whether the plan was about the whole space */
    void record(RunLog log, Planned planned, List<Decision.Change> done, boolean everybody, Instant now) {
        Map<Membership, LedgerRow> rows = planned.situation().ledger().stream()
                .collect(Collectors.toMap(LedgerRow::membership, Function.identity()));
        planned.plan().only(Decision.Keep.class).forEach(keep -> keep(log, planned, keep, rows));
        forgotten(planned).forEach(membership -> ledger.end(membership, log.number(), now));
        rails.forecast(
                Forecast.of(planned.plan()).withOverdue(overdue(planned, done), now), planned.users(), log.number());
        disputes.open(planned.plan());
        standings(log, planned, new HashSet<>(done), everybody, now);
    }

    /** But for whoever is in again by now: Salto gives somebody whom we invite anew the login that he had before. */
    private Set<Membership> forgotten(Planned planned) {
        Set<Membership> forgotten = planned.plan()
                .only(Decision.Forget.class)
                .flatMap(forget -> membership(forget.subject(), forget).stream())
                .collect(Collectors.toCollection(HashSet::new));
        if (forgotten.isEmpty()) {
            return forgotten;
        }
        Set<PlatformUserId> users = forgotten.stream().map(Membership::user).collect(Collectors.toUnmodifiableSet());
        salto.membersAmong(users)
                .forEach(member -> forgotten.remove(new Membership(member.platformUser(), member.group())));
        return forgotten;
    }

    /** Whose end was expected and is still to be written: held, or failed. */
    private static Set<Membership> overdue(Planned planned, List<Decision.Change> done) {
        Set<Membership> overdue = new HashSet<>(Forecast.removals(planned.plan()));
        overdue.retainAll(planned.expected());
        done.forEach(change -> membership(change.subject(), change).ifPresent(overdue::remove));
        return overdue;
    }

    /** Somebody waits although there is a seat: others have waited longer. */
    boolean seatsAreLeftFor(Planned planned) {
        return Seats.waiting(planned.plan().others()) > 0 && seatsLeft();
    }

    private void keep(RunLog log, Planned planned, Decision.Keep keep, Map<Membership, LedgerRow> rows) {
        log.countKept();
        membership(keep.subject(), keep).ifPresent(membership -> {
            List<Entitlement> reasons = planned.reasons(membership);
            LedgerRow row = rows.get(membership);
            if (row != null && !new HashSet<>(row.reasons()).equals(new HashSet<>(reasons))) {
                ledger.reasons(membership, reasons);
            }
        });
    }

    private boolean seatsLeft() {
        return salto.seatsFree().filter(free -> free > 0).isPresent();
    }

    private void standings(RunLog log, Planned planned, Set<Decision> done, boolean everybody, Instant now) {
        Map<String, Standings.Before> before =
                everybody ? standings.before() : standings.before(planned.persons(), planned.users());
        boolean seatsLeft = seatsLeft();
        List<Standing> after = new ArrayList<>();
        for (Decision decision : planned.plan().decisions()) {
            Standing.of(decision, planned, done, seatsLeft, log).ifPresent(standing -> {
                after.add(standing);
                note(log, standing, before, now);
            });
        }
        if (everybody) {
            standings.replaceAll(after, before, log.number(), now);
        } else {
            standings.replace(planned.persons(), planned.users(), after, before, log.number(), now);
        }
        standings.links(planned.situation(), planned.persons());
    }

    private void note(RunLog log, Standing standing, Map<String, Standings.Before> before, Instant now) {
        What what = switch (standing.verdict()) {
            case WITHHELD -> What.WITHHELD;
            case HELD_GRANT, HELD_REMOVAL -> What.HELD;
            case IN, ON_ITS_WAY, BY_HAND, PINNED, LEAVING -> null;
        };
        if (what == null) {
            return;
        }
        if (what == What.WITHHELD) {
            log.countWithheld();
        } else {
            log.countHeld();
        }
        if (Standings.isNew(standing, before)) {
            Journal.Line line = new Journal.Line(
                    what,
                    State.NOT_WRITTEN,
                    standing.customer(),
                    standing.user(),
                    standing.group(),
                    standing.name(),
                    standing.because(),
                    standing.reasonCode());
            journal.write(log.number(), log.nextStep(), line, now);
        }
    }

    /** When each customer's access next begins or ends, or Salto opens no more to him. */
    static Optional<Instant> boundary(Planned planned, CustomerId customer, Instant now) {
        Optional<Instant> own = Entitlements.nextBoundary(planned.byCustomer().getOrDefault(customer, List.of()), now);
        return Stream.concat(own.stream(), expiry(planned.situation(), customer, now).stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> expiry(Situation situation, CustomerId customer, Instant now) {
        return situation
                .userOf(customer)
                .map(situation.users()::get)
                .flatMap(SaltoUser::expiresAt)
                .filter(now::isBefore);
    }

    /** Why he is looked at when that comes. */
    static String cause(Planned planned, CustomerId customer, Instant boundary) {
        return Entitlements.begins(planned.byCustomer().getOrDefault(customer, List.of()), boundary)
                ? Causes.BEGINS
                : Causes.ENDS;
    }

    private static Optional<Membership> membership(Subject subject, Decision decision) {
        return subject instanceof Subject.SaltoUser known
                ? Optional.of(new Membership(known.user(), decision.group()))
                : Optional.empty();
    }
}
