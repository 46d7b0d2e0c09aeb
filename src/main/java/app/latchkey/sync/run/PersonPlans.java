package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Plans one person from the snapshots. Within a space's scope. */
@Component
class PersonPlans {

    static final Duration LOOK_TWICE_AFTER = Duration.ofSeconds(20);

    private final Neighbourhood neighbourhood;
    private final Situations situations;
    private final Entitled entitled;
    private final Absences absences;
    private final OpenIntents intents;
    private final Planning planning;
    private final Clock clock;

    PersonPlans(
            Neighbourhood neighbourhood,
            Situations situations,
            Entitled entitled,
            Absences absences,
            OpenIntents intents,
            Planning planning,
            Clock clock) {
        this.neighbourhood = neighbourhood;
        this.situations = situations;
        this.entitled = entitled;
        this.absences = absences;
        this.intents = intents;
        this.planning = planning;
        this.clock = clock;
    }

    Planned plan(RunLog log, PersonRead read) {
        Instant now = clock.instant();
        Situation situation = situations.around(log.space(), read.persons());
        if (intents.settle(situation, log.number(), open -> read.users().contains(open.user()), now)) {
            situation = situations.around(log.space(), read.persons());
        }
        List<Purchase> purchases = neighbourhood.purchases(situation, read.persons());
        Set<PurchaseKey> keys = new HashSet<>(Wanted.keys(purchases));
        keys.addAll(read.found());
        List<Entitlement> stored = entitled.of(read.persons());
        List<Entitlement> entitlements = new ArrayList<>(Wanted.of(situation, read.persons(), purchases));
        Set<PurchaseKey> believed = onceMissing(situation, read, stored, keys, now);
        entitlements.addAll(Wanted.still(stored, believed));
        entitled.replace(read.persons(), entitlements);
        Reading reading = new Reading(
                read.complete() ? EnumSet.allOf(PurchaseKind.class) : Set.of(),
                read.complete(),
                true,
                keys,
                read.cancelled(),
                doubted(read, believed));
        return planning.plan(situation, read.persons(), read.users(), entitlements, reading, now);
    }

    private Set<PurchaseKey> doubted(PersonRead read, Set<PurchaseKey> believed) {
        Set<PurchaseKey> doubted = new HashSet<>(absences.doubted(believed));
        doubted.addAll(read.unseen());
        return doubted;
    }

    /** Missing, and not yet certain to be gone. */
    private Set<PurchaseKey> onceMissing(
            Situation situation, PersonRead read, List<Entitlement> stored, Set<PurchaseKey> keys, Instant now) {
        List<LedgerRow> rows = situation.ledger().stream()
                .filter(row -> read.users().contains(row.membership().user()))
                .toList();
        Set<PurchaseKey> missing = new HashSet<>(Wanted.missing(stored, rows, keys, now));
        missing.removeAll(read.cancelled());
        if (!read.complete()) {
            return missing;
        }
        Set<String> before = absences.lackedBefore(missing, now.minus(LOOK_TWICE_AFTER.dividedBy(2)));
        absences.lacked(missing, now);
        absences.settled(keys);
        return missing.stream().filter(key -> !before.contains(key.toString())).collect(Collectors.toUnmodifiableSet());
    }
}
