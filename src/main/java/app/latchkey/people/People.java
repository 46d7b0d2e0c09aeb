package app.latchkey.people;

import app.latchkey.nexudus.Customer;
import app.latchkey.people.LinkState.Linked;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Which customer is which Salto user: what is confirmed, and what the matcher says about the others. */
@Service
public class People {

    private final Scopes scopes;
    private final Links links;
    private final Answers answers;
    private final Clock clock;

    People(Scopes scopes, Links links, Answers answers, Clock clock) {
        this.scopes = scopes;
        this.links = links;
        this.answers = answers;
        this.clock = clock;
    }

    /** The confirmed links. */
    public Map<CustomerId, PlatformUserId> links(SpaceId space) {
        Map<CustomerId, PlatformUserId> confirmed = new TreeMap<>();
        all(space).forEach(link -> confirmed.put(link.customer(), link.platformUser()));
        return confirmed;
    }

    public List<Link> all(SpaceId space) {
        return scopes.inSpace(space, () -> links.of(space));
    }

    public Optional<Link> link(SpaceId space, CustomerId customer) {
        return scopes.inSpace(space, () -> links.find(space, customer));
    }

    /** Every customer who is the same Salto user: the unit that is planned together. */
    public List<CustomerId> customersOf(SpaceId space, PlatformUserId user) {
        return scopes.inSpace(space, () -> links.customersOf(space, user));
    }

    /**
     * What the matcher says; stores nothing. Both lists are complete: of the whole space, or of everybody who shares a login, an address or
     * a Salto user with one of them.
     */
    public Map<CustomerId, LinkState> states(
            SpaceId space, Collection<Customer> customers, Collection<SaltoUser> users) {
        return new PeopleMatcher(customers, users, among(space, customers, users), answers(space)).all();
    }

    private List<Link> among(SpaceId space, Collection<Customer> customers, Collection<SaltoUser> users) {
        return scopes.inSpace(
                space,
                () -> links.among(
                        space,
                        customers.stream().map(Customer::id).toList(),
                        users.stream().map(SaltoUser::platformUser).toList()));
    }

    /** What the matcher says about one of the customers; stores nothing. Both lists are complete. */
    public LinkState linkOf(
            SpaceId space, Customer customer, Collection<Customer> customers, Collection<SaltoUser> users) {
        return new PeopleMatcher(customers, users, all(space), answers(space)).of(customer);
    }

    /** As {@link #states}, and confirms what is linked, so that it survives newcomers and changes of e-mail. */
    public Map<CustomerId, LinkState> linkAll(
            SpaceId space, Collection<Customer> customers, Collection<SaltoUser> users) {
        Map<PlatformUserId, SaltoUser> byId =
                users.stream().collect(Collectors.toMap(SaltoUser::platformUser, user -> user, (one, same) -> one));
        return scopes.inSpace(space, () -> {
            Map<CustomerId, LinkState> states = states(space, customers, users);
            states.forEach((customer, state) -> {
                if (state instanceof Linked linked && byId.containsKey(linked.user())) {
                    links.addIfAbsent(space, customer, byId.get(linked.user()), linked.evidence(), clock.instant());
                }
            });
            return states;
        });
    }

    /** From now on this customer is that Salto user, whatever was confirmed before. */
    public void confirm(SpaceId space, CustomerId customer, SaltoUser user, LinkEvidence evidence) {
        scopes.inSpace(space, () -> links.put(space, customer, user, evidence, clock.instant()));
    }

    public void forget(SpaceId space, CustomerId customer) {
        scopes.inSpace(space, () -> links.delete(space, customer));
    }

    /** What only a person can say. Both lists are complete. */
    public List<WhoIsWho> questions(SpaceId space, Collection<Customer> customers, Collection<SaltoUser> users) {
        return new PeopleMatcher(customers, users, all(space), answers(space)).questions();
    }

    /** What operators have said, the latest first. */
    public List<Answer> answers(SpaceId space) {
        return scopes.inSpace(space, () -> answers.of(space));
    }

    public void answer(SpaceId space, Answer answer) {
        scopes.inSpace(space, () -> answers.put(space, answer));
    }

    public void takeBack(SpaceId space, CustomerId customer) {
        scopes.inSpace(space, () -> answers.delete(space, customer));
    }
}
