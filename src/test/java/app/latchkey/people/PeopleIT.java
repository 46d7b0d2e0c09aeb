package app.latchkey.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.nexudus.Customer;
import app.latchkey.people.LinkState.Withheld;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleIT {

    private static final SpaceId HOUSE = new SpaceId(new UUID(0, 1));
    private static final SpaceId NORTH = new SpaceId(new UUID(0, 2));
    private static final EmailAddress ANA = new EmailAddress("ana@house.example");
    private static final CustomerId FIRST = new CustomerId(1);
    private static final CustomerId NEWCOMER = new CustomerId(2);

    private final People people = people();

    @Test
    void whatWasLinkedOnceSurvivesANewcomerWithTheSameAddress() {
        people.linkAll(HOUSE, List.of(customer(1)), List.of(user(1)));

        var states = people.linkAll(HOUSE, List.of(customer(1), customer(2)), List.of(user(1)));

        assertThat(states).containsEntry(NEWCOMER, new Withheld(WithheldReason.SOMEBODY_ELSE_IS_LINKED));
        assertThat(people.links(HOUSE)).containsOnlyKeys(FIRST);
        assertThat(people.customersOf(HOUSE, platform(1))).containsExactly(FIRST);
        assertThat(people.links(NORTH)).isEmpty();
    }

    @Test
    void anOperatorsWordReplacesALinkAndCanBeTakenBack() {
        people.linkAll(HOUSE, List.of(customer(1)), List.of(user(1)));

        people.confirm(HOUSE, FIRST, user(2), LinkEvidence.BY_HAND);
        assertThat(people.link(HOUSE, FIRST)).map(Link::platformUser).contains(platform(2));

        people.forget(HOUSE, FIRST);
        assertThat(people.link(HOUSE, FIRST)).isEmpty();
    }

    @Test
    void lookingWithoutLinkingStoresNothing() {
        assertThat(people.states(HOUSE, List.of(customer(1)), List.of(user(1)))).containsKey(FIRST);

        assertThat(people.links(HOUSE)).isEmpty();
    }

    private static Customer customer(long id) {
        return new Customer(
                new CustomerId(id), new UUID(0, id), Optional.empty(), "Ana", Optional.of(ANA), true, false, List.of());
    }

    private static SaltoUser user(long id) {
        return new SaltoUser(
                new SiteUserId(new UUID(1, id)),
                platform(id),
                "Ana",
                Optional.of(ANA),
                true,
                false,
                true,
                Set.of("site_user"),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static PlatformUserId platform(long id) {
        return new PlatformUserId(new UUID(2, id));
    }

    private static People people() {
        TestDatabase database = TestDatabase.fresh();
        return new People(
                database.scopes(),
                new Links(database.jdbc()),
                new Answers(database.jdbc()),
                Clock.fixed(Instant.parse("2026-05-03T10:00:00Z"), ZoneOffset.UTC));
    }
}
