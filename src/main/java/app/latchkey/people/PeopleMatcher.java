package app.latchkey.people;

import app.latchkey.nexudus.Customer;
import app.latchkey.people.LinkState.Linked;
import app.latchkey.people.LinkState.ToInvite;
import app.latchkey.people.LinkState.Withheld;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says who a customer is in Salto, from complete lists of both sides and the links that are confirmed. A wrong guess opens doors to a
 * stranger, so whatever is not unique on both sides is left to a person.
 */
public final class PeopleMatcher {

    private final List<Customer> customers;
    private final Map<CustomerId, Link> established;
    private final Map<CustomerId, Customer> byId;
    private final Map<CustomerId, Answer> answers;
    private final Set<PlatformUserId> present;
    private final Map<EmailAddress, List<SaltoUser>> usersByEmail = new HashMap<>();
    private final Map<EmailAddress, List<Customer>> customersByEmail = new HashMap<>();
    private final Map<Person, List<Link>> linksByPerson = new HashMap<>();
    private final Map<PlatformUserId, List<Person>> personsByUser = new HashMap<>();

    /** One human being in Nexudus, who may have several customer records. */
    private record Person(boolean login, long id) {
        static Person of(Customer customer) {
            return customer.userId()
                    .map(login -> new Person(true, login))
                    .orElseGet(() -> new Person(false, customer.id().value()));
        }
    }

    /** A link counts while its Salto user is there; when he was deleted, the customer is looked at anew. */
    public PeopleMatcher(
            Collection<Customer> customers,
            Collection<SaltoUser> users,
            Collection<Link> links,
            Collection<Answer> said) {
        this.customers = List.copyOf(customers);
        byId = this.customers.stream()
                .collect(Collectors.toUnmodifiableMap(Customer::id, customer -> customer, (one, same) -> one));
        answers = said.stream()
                .filter(this::stillCounts)
                .collect(Collectors.toUnmodifiableMap(Answer::customer, answer -> answer));
        present = users.stream().map(SaltoUser::platformUser).collect(Collectors.toUnmodifiableSet());
        established = links.stream()
                .filter(link -> present.contains(link.platformUser()))
                .collect(Collectors.toUnmodifiableMap(Link::customer, link -> link));
        users.forEach(user -> user.email().ifPresent(email -> add(usersByEmail, email, user)));
        this.customers.forEach(this::index);
    }

    public Map<CustomerId, LinkState> all() {
        Map<CustomerId, LinkState> states = new TreeMap<>();
        customers.forEach(customer -> states.put(customer.id(), of(customer)));
        return states;
    }

    public LinkState of(Customer customer) {
        Link own = established.get(customer.id());
        if (own != null) {
            return new Linked(own.platformUser(), own.evidence());
        }
        Optional<PlatformUserId> elsewhere = linkOfPerson(personOf(customer));
        if (elsewhere.isPresent()) {
            return new Linked(elsewhere.get(), LinkEvidence.SAME_PERSON);
        }
        return customer.email().map(email -> byEmail(customer, email)).orElseGet(() -> withoutEmail(customer));
    }

    /** Every address whose customers or Salto users only a person can tell apart, as far as somebody who is not linked needs it. */
    public List<WhoIsWho> questions() {
        return customers.stream()
                .filter(customer -> of(customer) instanceof Withheld withheld && isAQuestion(withheld.reason()))
                .flatMap(customer -> customer.email().stream())
                .distinct()
                .sorted()
                .map(this::question)
                .toList();
    }

    private static boolean isAQuestion(WithheldReason reason) {
        return switch (reason) {
            case SHARED_IN_NEXUDUS, SHARED_IN_SALTO, SOMEBODY_ELSE_IS_LINKED -> true;
            case NO_EMAIL_NO_CARD, CARD_ONLY, REFUSED, ADMINISTRATOR -> false;
        };
    }

    private WhoIsWho question(EmailAddress email) {
        List<Customer> using = customersByEmail.getOrDefault(email, List.of());
        return new WhoIsWho(
                email,
                using,
                usersByEmail.getOrDefault(email, List.of()),
                using.stream()
                        .filter(customer -> of(customer) instanceof Linked)
                        .toList());
    }

    private boolean stillCounts(Answer answer) {
        boolean own = usesStill(answer.customer(), answer.email());
        return own
                && answer.sameAs()
                        .filter(other -> !usesStill(other, answer.email()))
                        .isEmpty();
    }

    private boolean usesStill(CustomerId customer, EmailAddress email) {
        return Optional.ofNullable(byId.get(customer))
                .flatMap(Customer::email)
                .filter(email::equals)
                .isPresent();
    }

    private boolean isLeftOut(Customer customer) {
        return Optional.ofNullable(answers.get(customer.id()))
                .filter(answer -> answer.sameAs().isEmpty())
                .isPresent();
    }

    /** Whoever an operator said is another one, is that one. */
    private Person personOf(Customer customer) {
        return Optional.ofNullable(answers.get(customer.id()))
                .flatMap(Answer::sameAs)
                .map(byId::get)
                .map(Person::of)
                .orElseGet(() -> Person.of(customer));
    }

    private LinkState byEmail(Customer customer, EmailAddress email) {
        if (isLeftOut(customer)) {
            return new Withheld(WithheldReason.REFUSED);
        }
        Person person = personOf(customer);
        List<Customer> others = customersByEmail.getOrDefault(email, List.of()).stream()
                .filter(other -> !personOf(other).equals(person))
                .toList();
        if (!others.isEmpty()) {
            return new Withheld(
                    others.stream().anyMatch(other -> established.containsKey(other.id()))
                            ? WithheldReason.SOMEBODY_ELSE_IS_LINKED
                            : WithheldReason.SHARED_IN_NEXUDUS);
        }
        List<SaltoUser> users = usersByEmail.getOrDefault(email, List.of());
        return switch (users.size()) {
            case 0 -> new ToInvite(email);
            case 1 -> onlyUser(person, users.getFirst());
            default -> new Withheld(WithheldReason.SHARED_IN_SALTO);
        };
    }

    /** Our own user is an administrator too, so he is never linked either. */
    private LinkState onlyUser(Person person, SaltoUser user) {
        if (user.isPrivileged()) {
            return new Withheld(WithheldReason.ADMINISTRATOR);
        }
        boolean anothers = personsByUser.getOrDefault(user.platformUser(), List.of()).stream()
                .anyMatch(linked -> !linked.equals(person));
        return anothers
                ? new Withheld(WithheldReason.SOMEBODY_ELSE_IS_LINKED)
                : new Linked(user.platformUser(), LinkEvidence.SAME_EMAIL);
    }

    private static LinkState withoutEmail(Customer customer) {
        return new Withheld(
                customer.accessCards().isEmpty() ? WithheldReason.NO_EMAIL_NO_CARD : WithheldReason.CARD_ONLY);
    }

    private Optional<PlatformUserId> linkOfPerson(Person person) {
        List<PlatformUserId> users = linksByPerson.getOrDefault(person, List.of()).stream()
                .map(Link::platformUser)
                .distinct()
                .toList();
        return users.size() == 1 ? Optional.of(users.getFirst()) : Optional.empty();
    }

    private void index(Customer customer) {
        Person person = personOf(customer);
        Optional<Link> link = Optional.ofNullable(established.get(customer.id()));
        link.ifPresent(confirmed -> {
            add(linksByPerson, person, confirmed);
            add(personsByUser, confirmed.platformUser(), person);
        });
        if ((!customer.archived() || link.isPresent()) && !isLeftOut(customer)) {
            customer.email().ifPresent(email -> add(customersByEmail, email, customer));
        }
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    }
}
