package app.latchkey.sync.run;

import app.latchkey.entitlement.Team;
import app.latchkey.matching.Matching;
import app.latchkey.nexudus.Customer;
import app.latchkey.nexudus.UnpaidInvoice;
import app.latchkey.people.LinkState;
import app.latchkey.people.People;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.MemberDirectory;
import app.latchkey.space.Spaces;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.run.Circles.Circle;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what is known of a space. Within its scope. */
@Component
class Situations {

    private final Spaces spaces;
    private final Matching matching;
    private final People people;
    private final app.latchkey.nexudus.Snapshot nexudus;
    private final app.latchkey.salto.Snapshot salto;
    private final Circles circles;
    private final Ledger ledger;
    private final GiftRows gifts;
    private final MemberDirectory directory;

    Situations(
            Spaces spaces,
            Matching matching,
            People people,
            app.latchkey.nexudus.Snapshot nexudus,
            app.latchkey.salto.Snapshot salto,
            Circles circles,
            Ledger ledger,
            GiftRows gifts,
            MemberDirectory directory) {
        this.spaces = spaces;
        this.matching = matching;
        this.people = people;
        this.nexudus = nexudus;
        this.salto = salto;
        this.circles = circles;
        this.ledger = ledger;
        this.gifts = gifts;
        this.directory = directory;
    }

    /** The whole space. Confirms links that are beyond doubt, and lets members find the space by their address. */
    Situation confirmed(SpaceId space) {
        List<Customer> customers = nexudus.customers();
        List<SaltoUser> users = salto.users();
        directory.replace(space, addresses(customers));
        return whole(space, customers, users, people.linkAll(space, customers, users));
    }

    /** The whole space as it is, confirming nothing. */
    Situation asItIs(SpaceId space) {
        List<Customer> customers = nexudus.customers();
        List<SaltoUser> users = salto.users();
        return whole(space, customers, users, people.states(space, customers, users));
    }

    /** As {@link #confirmed}, of these customers and whoever may be the same people: nobody else is read. */
    Situation confirmedAround(SpaceId space, Set<CustomerId> these) {
        Circle circle = circles.around(these);
        List<Customer> customers = nexudus.customers(circle.customers());
        List<SaltoUser> users = salto.users(circle.users());
        Map<CustomerId, EmailAddress> addresses = addresses(customers);
        Stream.concat(these.stream(), circle.customers().stream())
                .distinct()
                .forEach(customer -> directory.put(space, customer, Optional.ofNullable(addresses.get(customer))));
        return around(space, circle, customers, users, people.linkAll(space, customers, users));
    }

    /** As {@link #asItIs}, of these customers and whoever may be the same people: nobody else is read. */
    Situation around(SpaceId space, Set<CustomerId> these) {
        Circle circle = circles.around(these);
        List<Customer> customers = nexudus.customers(circle.customers());
        List<SaltoUser> users = salto.users(circle.users());
        return around(space, circle, customers, users, people.states(space, customers, users));
    }

    private Situation whole(
            SpaceId space, List<Customer> customers, List<SaltoUser> users, Map<CustomerId, LinkState> links) {
        return new Situation(
                spaces.get(space),
                matching.current(space),
                by(customers, Customer::id),
                links,
                linked(links),
                by(users, SaltoUser::platformUser),
                by(salto.groups(), AccessGroup::id),
                names(salto.members()),
                ledger.all(),
                ledger.putBack(),
                gifts.all(),
                options(space, nexudus.teams(), nexudus.guests(), nexudus.invoices()));
    }

    private Situation around(
            SpaceId space,
            Circle circle,
            List<Customer> customers,
            List<SaltoUser> users,
            Map<CustomerId, LinkState> links) {
        return new Situation(
                spaces.get(space),
                matching.current(space),
                by(customers, Customer::id),
                links,
                linked(links),
                by(users, SaltoUser::platformUser),
                by(salto.groups(), AccessGroup::id),
                names(salto.membersAmong(circle.users())),
                ledger.of(circle.users()),
                ledger.putBack(circle.users()),
                gifts.of(circle.customers()),
                optionsAround(space, circle.customers()));
    }

    private OptionFacts optionsAround(SpaceId space, Set<CustomerId> customers) {
        Map<Long, Set<CustomerId>> guests = nexudus.guestsAround(customers);
        return options(space, nexudus.teamsOf(customers), guests, nexudus.invoicesOf(payers(customers, guests)));
    }

    private OptionFacts options(
            SpaceId space, List<Team> teams, Map<Long, Set<CustomerId>> guests, List<UnpaidInvoice> invoices) {
        return OptionFacts.of(teams, guests, invoices, spaces.get(space).zone());
    }

    /** A contract is paid for by whoever holds it, also for the team; a booking by whoever made it, also for its visitors. */
    private Set<CustomerId> payers(Set<CustomerId> customers, Map<Long, Set<CustomerId>> guests) {
        Stream<CustomerId> holders = nexudus.teamsOf(customers).stream().map(Team::holder);
        Stream<CustomerId> hosts =
                nexudus.bookings(guests.keySet()).stream().flatMap(booking -> booking.owner().stream());
        return Stream.of(customers.stream(), holders, hosts)
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<PlatformUserId, Set<CustomerId>> linked(Map<CustomerId, LinkState> links) {
        Map<PlatformUserId, Set<CustomerId>> linked = new HashMap<>();
        links.forEach((customer, link) -> link.linkedUser()
                .ifPresent(user ->
                        linked.computeIfAbsent(user, _ -> new HashSet<>()).add(customer)));
        return linked;
    }

    private static Map<Membership, String> names(List<GroupMember> members) {
        return members.stream()
                .collect(Collectors.toMap(
                        member -> new Membership(member.platformUser(), member.group()),
                        GroupMember::name,
                        (one, same) -> one));
    }

    private static Map<CustomerId, EmailAddress> addresses(List<Customer> customers) {
        return customers.stream()
                .filter(customer -> !customer.archived() && customer.email().isPresent())
                .collect(Collectors.toMap(
                        Customer::id, customer -> customer.email().orElseThrow()));
    }

    private static <K, V> Map<K, V> by(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity(), (one, same) -> one));
    }
}
