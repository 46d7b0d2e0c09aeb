package app.latchkey.sync.run;

import app.latchkey.matching.Matching;
import app.latchkey.nexudus.Customer;
import app.latchkey.people.LinkState;
import app.latchkey.people.People;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.MemberDirectory;
import app.latchkey.space.Spaces;
import app.latchkey.sync.plan.Membership;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what is known of a space. Within its scope. */
@Component
class Situations {

    private final Spaces spaces;
    private final Matching matching;
    private final People people;
    private final app.latchkey.nexudus.Snapshot nexudus;
    private final app.latchkey.salto.Snapshot salto;
    private final Ledger ledger;
    private final GiftRows gifts;
    private final MemberDirectory directory;

    Situations(
            Spaces spaces,
            Matching matching,
            People people,
            app.latchkey.nexudus.Snapshot nexudus,
            app.latchkey.salto.Snapshot salto,
            Ledger ledger,
            GiftRows gifts,
            MemberDirectory directory) {
        this.spaces = spaces;
        this.matching = matching;
        this.people = people;
        this.nexudus = nexudus;
        this.salto = salto;
        this.ledger = ledger;
        this.gifts = gifts;
        this.directory = directory;
    }

    /** Confirms links that are beyond doubt, and lets members find the space by their address. */
    Situation confirmed(SpaceId space) {
        List<Customer> customers = nexudus.customers();
        List<SaltoUser> users = salto.users();
        directory.replace(space, addresses(customers));
        return with(space, customers, users, people.linkAll(space, customers, users));
    }

    /** As it is, confirming nothing. */
    Situation asItIs(SpaceId space) {
        List<Customer> customers = nexudus.customers();
        List<SaltoUser> users = salto.users();
        return with(space, customers, users, people.states(space, customers, users));
    }

    private Situation with(
            SpaceId space, List<Customer> customers, List<SaltoUser> users, Map<CustomerId, LinkState> links) {
        return new Situation(
                spaces.get(space),
                matching.current(space),
                by(customers, Customer::id),
                links,
                by(users, SaltoUser::platformUser),
                by(salto.groups(), AccessGroup::id),
                salto.members().stream()
                        .collect(Collectors.toMap(
                                member -> new Membership(member.platformUser(), member.group()),
                                GroupMember::name,
                                (one, same) -> one)),
                ledger.all(),
                ledger.putBack(),
                gifts.all());
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
