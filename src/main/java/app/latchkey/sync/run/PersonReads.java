package app.latchkey.sync.run;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoSource;
import app.latchkey.salto.Site;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.plan.LedgerRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads one person at both partners into the snapshots. Outside any scope: it is mostly waiting for HTTP. */
@Component
class PersonReads {

    private final Scopes scopes;
    private final Nexudus nexudus;
    private final OptionReads options;
    private final SaltoKs salto;
    private final Snapshot seen;
    private final Intake intake;
    private final app.latchkey.salto.Snapshot observed;
    private final Situations situations;
    private final Entitled entitled;
    private final OpenIntents intents;
    private final Namesakes namesakes;
    private final NewCards cards;
    private final Clock clock;

    PersonReads(
            Scopes scopes,
            Nexudus nexudus,
            OptionReads options,
            SaltoKs salto,
            Snapshot seen,
            Intake intake,
            app.latchkey.salto.Snapshot observed,
            Situations situations,
            Entitled entitled,
            OpenIntents intents,
            Namesakes namesakes,
            NewCards cards,
            Clock clock) {
        this.scopes = scopes;
        this.nexudus = nexudus;
        this.options = options;
        this.salto = salto;
        this.seen = seen;
        this.intake = intake;
        this.observed = observed;
        this.situations = situations;
        this.entitled = entitled;
        this.intents = intents;
        this.namesakes = namesakes;
        this.cards = cards;
        this.clock = clock;
    }

    /** Whoever turns out to be the same person is read as well. */
    PersonRead nexudus(SpaceId space, CustomerId customer) {
        Set<CustomerId> read = new HashSet<>();
        Set<PurchaseKey> shown = new HashSet<>();
        Set<PurchaseKey> there = new HashSet<>();
        boolean complete = true;
        Set<CustomerId> persons = Set.of(customer);
        Set<PlatformUserId> users = Set.of();
        while (!read.containsAll(persons)) {
            for (CustomerId person : persons) {
                if (read.add(person)) {
                    CustomerFacts facts = take(space, person);
                    shown.addAll(Wanted.keys(facts.purchases()));
                    there.addAll(facts.there());
                    complete &= facts.complete();
                }
            }
            Set<CustomerId> known = Set.copyOf(read);
            Situation situation = scopes.inSpace(space, () -> situations.confirmedAround(space, known));
            users = situation.usersOf(known);
            persons = Stream.concat(known.stream(), situation.customersOf(users).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
        Set<PurchaseKey> unseen = complete ? Set.of() : unseen(space, read, there);
        return lookUp(space, read, users, complete, shown, unseen);
    }

    private CustomerFacts take(SpaceId space, CustomerId person) {
        CustomerFacts facts = nexudus.customer(space, person, scopes.inSpace(space, () -> earning(person)));
        scopes.inSpace(space, () -> {
            namesakes.tell(facts);
            cards.tell(facts.customer());
            intake.customer(space, facts);
        });
        options.read(space, person, options.wanted(space));
        return facts;
    }

    /** What lets him in and is not known to be somebody else's. */
    private Set<PurchaseKey> earning(CustomerId person) {
        Set<PurchaseKey> earning = entitled.of(Set.of(person)).stream()
                .flatMap(entitlement -> entitlement.because().purchase().stream())
                .collect(Collectors.toCollection(HashSet::new));
        earning.removeAll(seen.sharedByOthersThan(Set.of(person), Set.copyOf(earning)));
        return earning;
    }

    /** Theirs, of what is not asked for by its id before anybody gets something by it. */
    private Set<PurchaseKey> unseen(SpaceId space, Set<CustomerId> persons, Set<PurchaseKey> there) {
        return scopes.inSpace(space, () -> seen.purchasesOf(persons)).stream()
                .map(Purchase::key)
                .filter(key -> key.kind() == PurchaseKind.PASS || key.kind() == PurchaseKind.CONTRACT)
                .filter(key -> !there.contains(key))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A booking that is suddenly missing is asked for by its id: the answer is certain, either way. A contract or pass that is somebody else's is not
     * missing where it is no longer shared.
     */
    private PersonRead lookUp(
            SpaceId space,
            Set<CustomerId> persons,
            Set<PlatformUserId> users,
            boolean complete,
            Set<PurchaseKey> shown,
            Set<PurchaseKey> unseen) {
        Set<PurchaseKey> found = new HashSet<>();
        Set<PurchaseKey> missing = scopes.inSpace(space, () -> {
            Set<PurchaseKey> lacking = missing(space, persons, users);
            found.addAll(seen.sharedByOthersThan(persons, lacking));
            return lacking;
        });
        PersonRead read = new PersonRead(persons, users, complete, shown, found, Wanted.takenBack(missing), unseen);
        return bookings(space, read, missing);
    }

    /** Those of these purchases that are bookings are asked for by their ids. */
    PersonRead bookings(SpaceId space, PersonRead read, Set<PurchaseKey> purchases) {
        Set<PurchaseKey> there = new HashSet<>();
        Set<PurchaseKey> gone = new HashSet<>();
        for (PurchaseKey key : purchases) {
            if (key.kind() == PurchaseKind.BOOKING) {
                Instant at = clock.instant();
                Optional<Booking> booking = nexudus.booking(space, key.id());
                (booking.isPresent() ? there : gone).add(key);
                scopes.inSpace(
                        space,
                        () -> booking.ifPresentOrElse(
                                now -> seen.putBooking(now, at), () -> seen.forgetBooking(key.id())));
            }
        }
        return read.with(there, gone);
    }

    private Set<PurchaseKey> missing(SpaceId space, Set<CustomerId> persons, Set<PlatformUserId> users) {
        List<LedgerRow> rows = situations.around(space, persons).ledger().stream()
                .filter(row -> users.contains(row.membership().user()))
                .toList();
        return Wanted.missing(entitled.of(persons), rows, Wanted.keys(seen.purchasesOf(persons)), clock.instant());
    }

    /** Salto is asked anew about what we left open, and about everything when a person waits at a door. */
    void salto(RunLog log, PersonRead read, boolean atTheDoor) {
        Set<AccessGroupId> groups = scopes.inSpace(log.space(), () -> {
            Situation situation = situations.around(log.space(), read.persons());
            if (observed.seenAt(SaltoSource.MEMBERS).isEmpty()) {
                return situation.groupsOfInterest();
            }
            Set<AccessGroupId> open = leftOpen(log, read);
            return atTheDoor ? theirs(situation, read, open) : open;
        });
        salto(log.space(), groups);
    }

    private Set<AccessGroupId> leftOpen(RunLog log, PersonRead read) {
        return intents.before(log.number()).stream()
                .map(Journal.Open::membership)
                .filter(membership -> read.users().contains(membership.user()))
                .map(membership -> membership.group())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The groups that this person's doors are in, as far as Salto still has them. */
    private Set<AccessGroupId> theirs(Situation situation, PersonRead read, Set<AccessGroupId> open) {
        Stream<AccessGroupId> wanted = entitled.of(read.persons()).stream().map(Entitlement::group);
        Stream<AccessGroupId> known = situation.ledger().stream()
                .map(LedgerRow::membership)
                .filter(membership -> read.users().contains(membership.user()))
                .map(membership -> membership.group());
        return Stream.of(wanted, known, open.stream())
                .flatMap(groups -> groups)
                .filter(situation.groups()::containsKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many seats are left is asked before somebody takes one, and before he is told that there is none. */
    void seats(SpaceId space) {
        Instant at = clock.instant();
        Site site = salto.site(space);
        scopes.inSpace(space, () -> observed.putSeats(site, at));
    }

    void salto(SpaceId space, Set<AccessGroupId> groups) {
        if (groups.isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        List<GroupMember> members = new ArrayList<>();
        groups.forEach(group -> members.addAll(salto.members(space, group)));
        scopes.inSpace(space, () -> observed.replaceMembers(groups, members, at));
    }
}
