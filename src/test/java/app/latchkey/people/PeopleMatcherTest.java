package app.latchkey.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.Fact;
import app.latchkey.nexudus.Customer;
import app.latchkey.people.LinkState.Linked;
import app.latchkey.people.LinkState.ToInvite;
import app.latchkey.people.LinkState.Withheld;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleMatcherTest {

    private static final String ANA = "ana@house.example";

    private final List<Customer> customers = new ArrayList<>();
    private final List<SaltoUser> users = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    @Test
    void linksByItselfOnlyWhereOnePersonMeetsOneOrdinarySaltoUser() {
        for (int persons = 1; persons <= 2; persons++) {
            for (boolean sameLogin : List.of(true, false)) {
                for (int matches = 0; matches <= 2; matches++) {
                    for (String role : List.of("site_user", "site_admin", "site_owner")) {
                        assertThat(world(persons, sameLogin, matches, role))
                                .as("%d records, same login %s, %d users, %s", persons, sameLogin, matches, role)
                                .isInstanceOf(expected(persons == 1 || sameLogin, matches, role.equals("site_user")));
                    }
                }
            }
        }
    }

    private static Class<? extends LinkState> expected(boolean onePerson, int matches, boolean ordinary) {
        if (!onePerson || matches > 1) {
            return Withheld.class;
        }
        return matches == 0 ? ToInvite.class : ordinary ? Linked.class : Withheld.class;
    }

    private LinkState world(int persons, boolean sameLogin, int matches, String role) {
        customers.clear();
        users.clear();
        for (int record = 1; record <= persons; record++) {
            customer(record, sameLogin ? Optional.of(7L) : Optional.of((long) record), ANA);
        }
        for (int user = 1; user <= matches; user++) {
            user(user, ANA, role);
        }
        return of(1);
    }

    @Test
    void comparesTheNormalFormOfAnAddress() {
        customer(1, Optional.empty(), "  ANA@House.example ");
        user(1, ANA, "site_user");

        assertThat(of(1)).isEqualTo(new Linked(platform(1), LinkEvidence.SAME_EMAIL));
    }

    @Test
    void anEstablishedLinkSurvivesANewcomerWhoIsWithheld() {
        customer(1, Optional.empty(), ANA);
        customer(2, Optional.empty(), ANA);
        user(1, ANA, "site_user");
        linked(1, 1);

        assertThat(of(1)).isEqualTo(new Linked(platform(1), LinkEvidence.SAME_EMAIL));
        assertThat(of(2)).isEqualTo(new Withheld(WithheldReason.SOMEBODY_ELSE_IS_LINKED));
    }

    @Case(30)
    @Test
    void anEstablishedLinkSurvivesAChangeOfAddressAndKeepsItsSaltoUser() {
        customer(1, Optional.empty(), "married@house.example");
        customer(2, Optional.empty(), ANA);
        user(1, ANA, "site_user");
        linked(1, 1);

        assertThat(of(1)).isInstanceOf(Linked.class);
        assertThat(of(2)).isEqualTo(new Withheld(WithheldReason.SOMEBODY_ELSE_IS_LINKED));
    }

    @Test
    void anotherRecordOfALinkedPersonIsTheSameSaltoUser() {
        customer(1, Optional.of(7L), ANA);
        customer(2, Optional.of(7L), "ana@work.example");
        user(1, ANA, "site_user");
        linked(1, 1);

        assertThat(of(2)).isEqualTo(new Linked(platform(1), LinkEvidence.SAME_PERSON));
    }

    @Case(35)
    @Test
    void looksAnewWhenTheSaltoUserWasDeleted() {
        customer(1, Optional.empty(), ANA);
        linked(1, 1);

        assertThat(of(1)).isEqualTo(new ToInvite(new EmailAddress(ANA)));
    }

    @Fact(
            value = "A6.21",
            says =
                    "A user needs no e-mail address, and whoever has none gets no invitation and no app: Latchkey makes no such user, and says what is missing")
    @Test
    void withholdsWhoeverHasNoAddress() {
        customers.add(new Customer(
                new CustomerId(1), new UUID(0, 1), Optional.empty(), "A", Optional.empty(), true, false, List.of()));
        customers.add(new Customer(
                new CustomerId(2), new UUID(0, 2), Optional.empty(), "B", Optional.empty(), true, false, List.of("1")));

        assertThat(of(1)).isEqualTo(new Withheld(WithheldReason.NO_EMAIL_NO_CARD));
        assertThat(of(2)).isEqualTo(new Withheld(WithheldReason.CARD_ONLY));
    }

    @Test
    void takesTwoForOneWhenAnOperatorSaysSo() {
        customer(1, Optional.empty(), ANA);
        customer(2, Optional.empty(), ANA);
        user(1, ANA, "site_user");
        assertThat(questions()).singleElement().satisfies(question -> {
            assertThat(question.customers()).hasSize(2);
            assertThat(question.users()).hasSize(1);
        });
        answers.add(answer(2, Optional.of(1L), ANA));
        assertThat(of(1)).isEqualTo(new Linked(platform(1), LinkEvidence.SAME_EMAIL));
        assertThat(of(2)).isEqualTo(new Linked(platform(1), LinkEvidence.SAME_EMAIL));
        assertThat(questions()).isEmpty();
    }

    @Test
    void leavesOutWhomAnOperatorSaysTheAddressIsNot() {
        customer(1, Optional.empty(), ANA);
        customer(2, Optional.empty(), ANA);
        answers.add(answer(2, Optional.empty(), ANA));
        assertThat(of(1)).isEqualTo(new ToInvite(new EmailAddress(ANA)));
        assertThat(of(2)).isEqualTo(new Withheld(WithheldReason.REFUSED));
        assertThat(questions()).isEmpty();
    }

    @Test
    void takesSomebodyForAnotherWhoIsLinkedAlready() {
        customer(1, Optional.empty(), ANA);
        linked(1, 1);
        user(1, ANA, "site_user");
        customer(2, Optional.empty(), ANA);
        assertThat(of(2)).isEqualTo(new Withheld(WithheldReason.SOMEBODY_ELSE_IS_LINKED));
        answers.add(answer(2, Optional.of(1L), ANA));
        assertThat(of(2)).isEqualTo(new Linked(platform(1), LinkEvidence.SAME_PERSON));
    }

    @Test
    void forgetsAnAnswerOnceTheAddressIsAnotherOne() {
        customer(1, Optional.empty(), ANA);
        customer(2, Optional.empty(), ANA);
        answers.add(answer(2, Optional.empty(), "before@house.example"));
        assertThat(of(2)).isEqualTo(new Withheld(WithheldReason.SHARED_IN_NEXUDUS));
        answers.set(0, answer(2, Optional.of(3L), ANA));
        assertThat(of(2)).as("the other is gone").isEqualTo(new Withheld(WithheldReason.SHARED_IN_NEXUDUS));
    }

    private List<WhoIsWho> questions() {
        return new PeopleMatcher(customers, users, links, answers).questions();
    }

    private static Answer answer(long customer, Optional<Long> same, String email) {
        return new Answer(
                new CustomerId(customer), same.map(CustomerId::new), new EmailAddress(email), Instant.EPOCH, "ana");
    }

    private LinkState of(long customer) {
        return Objects.requireNonNull(
                new PeopleMatcher(customers, users, links, answers).all().get(new CustomerId(customer)));
    }

    private void customer(long id, Optional<Long> login, String email) {
        customers.add(new Customer(
                new CustomerId(id),
                new UUID(0, id),
                login,
                "Ana",
                Optional.of(new EmailAddress(email)),
                true,
                false,
                List.of()));
    }

    private void user(long id, String email, String role) {
        users.add(new SaltoUser(
                new SiteUserId(new UUID(1, id)),
                platform(id),
                "Ana",
                Optional.of(new EmailAddress(email)),
                true,
                false,
                true,
                Set.of(role),
                Optional.empty(),
                false,
                Optional.empty()));
    }

    private void linked(long customer, long user) {
        links.add(new Link(
                new CustomerId(customer),
                platform(user),
                new SiteUserId(new UUID(1, user)),
                LinkEvidence.SAME_EMAIL,
                Instant.EPOCH));
    }

    private static PlatformUserId platform(long id) {
        return new PlatformUserId(new UUID(2, id));
    }
}
