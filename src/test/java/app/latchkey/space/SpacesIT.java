package app.latchkey.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpacesIT {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final EmailAddress ANA = new EmailAddress("ana@example.com");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scopes SCOPES = DATABASE.scopes();

    private final Spaces spaces = new Spaces(DATABASE.jdbc(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final AccountId ana = new AccountId(UUID.randomUUID());
    private final AccountId ben = new AccountId(UUID.randomUUID());

    @Test
    void beginsInWatchModeAtTheFirstStep() {
        Space space = get(create(ana, "Harbour House"));
        assertThat(space.setup()).isEqualTo(SetupStep.SALTO);
        assertThat(space.mode()).isEqualTo(Mode.WATCH);
        assertThat(space.rules()).isEqualTo(SpaceRules.defaults());
        assertThat(space.zone()).isEqualTo(LISBON);
        assertThat(space.mayWrite()).isFalse();
    }

    @Test
    void refusesASecondSpaceOfTheSameNameToTheSameOwner() {
        create(ana, "Loft");
        assertThatThrownBy(() -> create(ana, " LOFT "))
                .isInstanceOf(SpaceNameTaken.class)
                .hasMessage("You already have a space called LOFT.");
    }

    @Test
    void givesTwoOwnersOfTheSameNameDifferentAddresses() {
        Space first = get(create(ana, "Old Mill"));
        Space second = get(create(ben, "Old Mill"));
        assertThat(first.slug()).isEqualTo("old-mill");
        assertThat(second.slug()).isEqualTo("old-mill-2");
    }

    @Test
    void showsAnAccountItsOwnSpacesOnly() {
        Space mine = get(create(ana, "Mine"));
        Space theirs = get(create(ben, "Theirs"));
        SCOPES.run(Scope.account(ana, ANA), () -> {
            assertThat(spaces.ownedBy(ana)).extracting(Space::id).containsExactly(mine.id());
            assertThat(spaces.ownedBy(ben)).isEmpty();
            assertThat(spaces.bySlug(theirs.slug())).isEmpty();
            assertThat(spaces.roleOf(theirs.id(), ana)).isEmpty();
            assertThat(spaces.roleOf(mine.id(), ana)).contains(TeamRole.OWNER);
        });
    }

    @Test
    void goesOnThroughItsSetUpAndNeverBack() {
        SpaceId space = create(ana, "Steps");
        SCOPES.inSpace(space, () -> {
            spaces.setupReached(space, SetupStep.MATCH);
            spaces.setupReached(space, SetupStep.NEXUDUS);
            assertThat(spaces.get(space).setup()).isEqualTo(SetupStep.MATCH);
            spaces.activate(space, Mode.FULL);
            assertThat(spaces.get(space).mayWrite()).isTrue();
        });
    }

    @Test
    void writesNothingWhileItIsPaused() {
        SpaceId space = create(ana, "Paused");
        SCOPES.inSpace(space, () -> {
            spaces.activate(space, Mode.FULL);
            spaces.pause(space);
            assertThat(spaces.get(space).pausedAt()).isEqualTo(NOW);
            assertThat(spaces.get(space).mayWrite()).isFalse();
            spaces.resume(space);
            assertThat(spaces.get(space).paused()).isFalse();
        });
    }

    @Test
    void keepsItsSettings() {
        SpaceId space = create(ana, "Settings");
        SpaceRules rules =
                new SpaceRules(Duration.ofMinutes(10), Duration.ZERO, LocalTime.of(4, 30)).withSharedPasses(true);
        SCOPES.inSpace(space, () -> {
            spaces.rules(space, rules);
            spaces.zone(space, ZoneId.of("Australia/Lord_Howe"));
            spaces.passport(space, new Passport(false, true));
            spaces.contact(space, new ContactDetails("+351 21", "9 to 6", "ring the bell"));
        });
        Space kept = get(space);
        assertThat(kept.rules()).isEqualTo(rules);
        assertThat(kept.zone().getId()).isEqualTo("Australia/Lord_Howe");
        assertThat(kept.passport().offered()).isTrue();
        assertThat(kept.contact().afterHours()).isEqualTo("ring the bell");
    }

    @Test
    void tellsItsOperatorsAndNotTheFrontDesk() {
        SpaceId space = create(ana, "Team");
        SCOPES.inSpace(space, () -> {
            spaces.join(space, ben, new EmailAddress("ben@example.com"), TeamRole.FRONT_DESK);
            assertThat(spaces.operatorsOf(space)).containsExactly(ANA);
        });
    }

    private SpaceId create(AccountId owner, String name) {
        return SCOPES.inSystem(() -> spaces.create(owner, ANA, name, LISBON));
    }

    private Space get(SpaceId id) {
        return SCOPES.inSpace(id, () -> spaces.get(id));
    }
}
