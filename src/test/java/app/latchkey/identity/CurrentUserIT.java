package app.latchkey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.audit.TestAudit;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.ContactDetails;
import app.latchkey.space.MemberDirectory;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class CurrentUserIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final EmailAddress STAFF = new EmailAddress("mia@latchkey.example");
    private static final ContactDetails CONTACT = new ContactDetails("+351 21", "", "");

    private final Spaces spaces = TestSpaces.spaces(DATABASE, CLOCK);
    private final CurrentUser currentUser =
            new CurrentUser(SecurityContextHolder.getContextHolderStrategy(), DATABASE.scopes(), spaces);
    private final CreateSpace createSpace =
            new CreateSpace(currentUser, DATABASE.scopes(), spaces, TestAudit.of(DATABASE, CLOCK));
    private final MemberDirectory directory = TestSpaces.members(DATABASE, CLOCK);

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void runsTheSpaceThatOneHasMade() {
        enter(someAddress());
        Space mine = create("Mine");
        assertThat(currentUser.requireSpace(mine.slug()).id()).isEqualTo(mine.id());
        assertThat(currentUser.mayOperate(mine.id())).isTrue();
        assertThat(mine.contact()).isEqualTo(CONTACT);
        assertThat(currentUser.spaces()).hasSize(1);
    }

    @Test
    void hidesAnotherAccountsSpaceLikeOneThatIsNotThere() {
        enter(someAddress());
        Space theirs = create("Theirs");
        enter(someAddress());
        assertThat(currentUser.mayOperate(theirs.id())).isFalse();
        assertThatThrownBy(() -> currentUser.requireSpace(theirs.slug()))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no such page, or it is not yours to see.");
        assertThatThrownBy(() -> currentUser.requireSpace("nowhere")).isInstanceOf(NotFound.class);
        assertThat(currentUser.spaces()).isEmpty();
    }

    @Test
    void hidesEverythingFromNobody() {
        assertThat(currentUser.find()).isEmpty();
        assertThatThrownBy(currentUser::get).isInstanceOf(NotFound.class);
        assertThat(currentUser.mayOperate(new SpaceId(UUID.randomUUID()))).isFalse();
    }

    @Test
    void becomesAnOperatorByTheFirstSpace() {
        EmailAddress ana = someAddress();
        assertThat(enter(ana).landing()).isEqualTo("/doors");
        create("First");
        assertThat(enter(ana).landing()).isEqualTo("/spaces");
    }

    @Test
    void sendsStaffToTheBoard() {
        SignedIn mia = enter(STAFF);
        assertThat(mia.is(Role.STAFF)).isTrue();
        assertThat(mia.landing()).isEqualTo("/staff");
    }

    @Test
    void findsTheSpacesThatKnowAMembersAddress() {
        enter(someAddress());
        Space north = create("North");
        Space south = create("South");
        EmailAddress ben = someAddress();
        directory.replace(north.id(), Map.of(new CustomerId(1), ben, new CustomerId(2), someAddress()));
        directory.put(south.id(), new CustomerId(7), Optional.of(ben));
        assertThat(directory.spacesOf(ben))
                .extracting(known -> known.space().name())
                .containsExactly("North", "South");
        directory.replace(north.id(), Map.of(new CustomerId(2), someAddress()));
        directory.put(south.id(), new CustomerId(8), Optional.of(ben));
        assertThat(directory.spacesOf(ben))
                .singleElement()
                .satisfies(
                        known -> assertThat(known.customers()).containsExactly(new CustomerId(7), new CustomerId(8)));
        directory.put(south.id(), new CustomerId(7), Optional.empty());
        directory.put(south.id(), new CustomerId(8), Optional.empty());
        assertThat(directory.spacesOf(ben)).isEmpty();
    }

    private Space create(String name) {
        return createSpace.create(name, ZoneId.of("Europe/Lisbon"), CONTACT);
    }

    private static SignedIn enter(EmailAddress email) {
        SignedIn user = new Accounts(DATABASE.scopes(), DATABASE.jdbc(), TestSpaces.settings(STAFF.value()), CLOCK)
                .arrive(email);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        return user;
    }

    private static EmailAddress someAddress() {
        return new EmailAddress(UUID.randomUUID() + "@example.com");
    }
}
