package app.latchkey.operator;

import app.latchkey.audit.Audit;
import app.latchkey.entitlement.Because;
import app.latchkey.identity.ByOperators;
import app.latchkey.nexudus.Customer;
import app.latchkey.people.Answer;
import app.latchkey.people.LinkEvidence;
import app.latchkey.people.People;
import app.latchkey.people.WhoIsWho;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Who is who, where only a person can say: asked with all that is known, answered on exactly that. */
@Service
public class DecidePeople {

    private final Scopes scopes;
    private final People people;
    private final app.latchkey.nexudus.Snapshot nexudus;
    private final app.latchkey.salto.Snapshot salto;
    private final CustomerDirectory directory;
    private final Audit audit;
    private final Sync sync;
    private final Clock clock;

    DecidePeople(
            Scopes scopes,
            People people,
            app.latchkey.nexudus.Snapshot nexudus,
            app.latchkey.salto.Snapshot salto,
            CustomerDirectory directory,
            Audit audit,
            Sync sync,
            Clock clock) {
        this.scopes = scopes;
        this.people = people;
        this.nexudus = nexudus;
        this.salto = salto;
        this.directory = directory;
        this.audit = audit;
        this.sync = sync;
        this.clock = clock;
    }

    /** What somebody chose. */
    public sealed interface Choice {

        /** All of them are one person. */
        record AllTheSame() implements Choice {}

        /** The address is this customer's, and none of the others'. */
        record Only(Customer customer) implements Choice {}

        /** The only customer is this one of several Salto users. */
        record Is(SaltoUser user) implements Choice {}
    }

    /** What came of it. */
    public sealed interface Decided {

        record Done() implements Decided {}

        /** The people are no longer those that were shown; nothing was decided. */
        record Changed() implements Decided {}

        record Already(String by, Instant at) implements Decided {}
    }

    /** Questions that stand between somebody and a door: what one of the customers bought earns an access group. */
    public List<WhoIsWho> open(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> questions(space).stream()
                        .filter(question ->
                                question.customers().stream().anyMatch(customer -> hasEarned(space, customer)))
                        .toList());
    }

    /** Why the customer belongs in access groups, now or later. */
    public List<Because> earned(SpaceId space, Customer customer) {
        return directory.detail(space, customer.id()).stream()
                .flatMap(detail -> detail.groups().stream())
                .flatMap(group -> group.because().stream())
                .distinct()
                .toList();
    }

    /** Names of the access groups the Salto user is in, as far as they were read. */
    public List<String> groups(SpaceId space, SaltoUser user) {
        return scopes.inSpace(space, () -> {
            List<AccessGroupId> in = salto.groupsOf(user.platformUser());
            return salto.groups().stream()
                    .filter(group -> in.contains(group.id()))
                    .map(AccessGroup::name)
                    .sorted()
                    .toList();
        });
    }

    private boolean hasEarned(SpaceId space, Customer customer) {
        return !earned(space, customer).isEmpty();
    }

    /** What was answered lately, the latest first. */
    public List<Answer> answered(SpaceId space) {
        return people.answers(space);
    }

    public String name(SpaceId space, CustomerId customer) {
        return scopes.inSpace(
                space, () -> nexudus.customer(customer).map(Customer::fullName).orElse("a customer who is gone"));
    }

    @ByOperators
    public Decided decide(SpaceId space, WhoIsWho seen, Choice choice, String who) {
        Decided decided = scopes.inSpace(space, () -> {
            Optional<WhoIsWho> now = questions(space).stream()
                    .filter(question -> question.email().equals(seen.email()))
                    .findFirst();
            if (now.isEmpty()) {
                return already(space, seen);
            }
            return now.get().equals(seen) ? done(space, seen, choice, who) : new Decided.Changed();
        });
        if (decided instanceof Decided.Done) {
            lookAgain(space, ids(seen));
        }
        return decided;
    }

    /** The question is asked again. */
    @ByOperators
    public void takeBack(SpaceId space, Answer answer, String who) {
        scopes.inSpace(space, () -> {
            people.takeBack(space, answer.customer());
            audit.record(
                    space,
                    who,
                    "took a decision about a person back",
                    Map.of("email", answer.email().value()));
        });
        lookAgain(space, Set.of(answer.customer()));
    }

    private Decided done(SpaceId space, WhoIsWho seen, Choice choice, String who) {
        String words = switch (choice) {
            case Choice.AllTheSame _ -> {
                Customer first = seen.linked().isEmpty()
                        ? seen.customers().getFirst()
                        : seen.linked().getFirst();
                others(seen, first).forEach(other -> answer(space, other, Optional.of(first.id()), who));
                yield "all the same person";
            }
            case Choice.Only only -> {
                others(seen, only.customer()).forEach(other -> answer(space, other, Optional.empty(), who));
                yield "only " + only.customer().fullName();
            }
            case Choice.Is is -> {
                seen.customers()
                        .forEach(customer -> people.confirm(space, customer.id(), is.user(), LinkEvidence.BY_HAND));
                yield "is the Salto user " + is.user().name();
            }
        };
        audit.record(
                space, who, "decided who is who", Map.of("email", seen.email().value(), "answer", words));
        return new Decided.Done();
    }

    private void answer(SpaceId space, Customer customer, Optional<CustomerId> sameAs, String who) {
        people.answer(space, new Answer(customer.id(), sameAs, customer.email().orElseThrow(), clock.instant(), who));
    }

    private Decided already(SpaceId space, WhoIsWho seen) {
        return people.answers(space).stream()
                .filter(answer -> answer.email().equals(seen.email()))
                .findFirst()
                .<Decided>map(answer -> new Decided.Already(answer.by(), answer.at()))
                .orElseGet(Decided.Changed::new);
    }

    private void lookAgain(SpaceId space, Set<CustomerId> customers) {
        customers.forEach(customer -> sync.again(space, Subject.customer(customer), "it was decided who is who"));
    }

    private List<WhoIsWho> questions(SpaceId space) {
        return people.questions(space, nexudus.customers(), salto.users());
    }

    private static List<Customer> others(WhoIsWho seen, Customer one) {
        return seen.customers().stream()
                .filter(customer -> !customer.id().equals(one.id()))
                .toList();
    }

    private static Set<CustomerId> ids(WhoIsWho question) {
        return question.customers().stream().map(Customer::id).collect(Collectors.toUnmodifiableSet());
    }
}
