package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.entitlement.Team;
import app.latchkey.matching.Matching;
import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes over what was read of Nexudus. Only what is recorded as letting somebody in is missed when a reading lacks it, and since the last record new
 * matches or rules may have made more count: what the purchases that now go earn is recorded before anything follows from their absence.
 * Within a space's scope, in one transaction with the record.
 */
@Component
class Intake {

    private final Snapshot seen;
    private final Matching matching;
    private final Situations situations;
    private final Neighbourhood neighbourhood;
    private final Entitled entitled;
    private final Clock clock;

    Intake(
            Snapshot seen,
            Matching matching,
            Situations situations,
            Neighbourhood neighbourhood,
            Entitled entitled,
            Clock clock) {
        this.seen = seen;
        this.matching = matching;
        this.situations = situations;
        this.neighbourhood = neighbourhood;
        this.entitled = entitled;
        this.clock = clock;
    }

    void everything(SpaceId space, FullRead read) {
        record(space, seen.replaceAll(read));
    }

    void customer(SpaceId space, CustomerFacts facts) {
        record(space, seen.replaceCustomer(facts));
    }

    private void record(SpaceId space, List<Purchase> gone) {
        if (gone.isEmpty()) {
            return;
        }
        List<Purchase> counting =
                gone.stream().filter(mayCount(matching.current(space))).toList();
        Set<CustomerId> persons = persons(counting);
        if (persons.isEmpty()) {
            return;
        }
        Situation situation = situations.around(space, persons);
        Set<PurchaseKey> keys = Wanted.keys(counting);
        List<Purchase> purchases = new ArrayList<>(neighbourhood.purchases(situation, persons));
        purchases.addAll(counting);
        Set<Claim> recorded = entitled.of(persons).stream().map(Claim::of).collect(Collectors.toUnmodifiableSet());
        Instant now = clock.instant();
        entitled.add(Wanted.of(situation, persons, purchases).stream()
                .filter(earned ->
                        earned.because().purchase().filter(keys::contains).isPresent())
                .filter(earned -> !earned.window().isOver(now))
                .filter(earned -> !recorded.contains(Claim.of(earned)))
                .toList());
    }

    /** Nexudus says all of a customer's groups at once: a decision that it does not repeat is taken back and not missing. */
    private static Predicate<Purchase> mayCount(Matches matches) {
        return purchase -> purchase.key().kind() != PurchaseKind.DECIDED
                && purchase.items().stream()
                        .anyMatch(item -> !matches.earnedBy(item.id()).isEmpty());
    }

    /** Whoever bought, and whom it may let in besides. */
    private Set<CustomerId> persons(List<Purchase> counting) {
        Set<CustomerId> owners = counting.stream()
                .flatMap(purchase -> purchase.owner().stream())
                .collect(Collectors.toUnmodifiableSet());
        if (owners.isEmpty()) {
            return owners;
        }
        Set<CustomerId> persons = new HashSet<>(owners);
        seen.teamsOf(owners).stream()
                .filter(team -> owners.contains(team.holder()))
                .map(Team::members)
                .forEach(persons::addAll);
        seen.guestsAround(owners).values().forEach(persons::addAll);
        return persons;
    }

    /** What an entitlement is about; when exactly it holds may be read otherwise each time. */
    private record Claim(CustomerId customer, AccessGroupId group, Optional<PurchaseKey> purchase) {

        static Claim of(Entitlement entitlement) {
            return new Claim(
                    entitlement.customer(),
                    entitlement.group(),
                    entitlement.because().purchase());
        }
    }
}
