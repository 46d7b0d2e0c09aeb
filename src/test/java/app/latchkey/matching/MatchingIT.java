package app.latchkey.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Case;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchingIT {

    private static final SpaceId HOUSE = new SpaceId(new UUID(0, 1));
    private static final SpaceId NORTH = new SpaceId(new UUID(0, 2));
    private static final AccountId ANA = new AccountId(new UUID(0, 3));
    private static final AccessGroupId ROOM = new AccessGroupId(new UUID(1, 1));
    private static final AccessGroupId STREET = new AccessGroupId(new UUID(1, 2));
    private static final ItemId ITEM = ItemId.resource(4);

    private final Matching matching = matching();

    @Test
    void aNewVersionReplacesTheMatchesAndKeepsTheOld() {
        assertThat(matching.current(HOUSE).version()).isZero();

        assertThat(matching.publish(HOUSE, Map.of(ITEM, Set.of(ROOM, STREET)), ANA))
                .isEqualTo(1);
        assertThat(matching.publish(HOUSE, Map.of(ITEM, Set.of(STREET)), ANA)).isEqualTo(2);

        assertThat(matching.current(HOUSE).earnedBy(ITEM)).containsExactly(STREET);
        assertThat(matching.current(NORTH).groups()).isEmpty();
    }

    @Case(15)
    @Test
    void aGroupBelongsToOneSpaceUntilItIsGivenUp() {
        matching.publish(HOUSE, Map.of(ITEM, Set.of(ROOM)), ANA);

        assertThat(matching.claimedElsewhere(NORTH, Set.of(ROOM, STREET))).containsExactly(Map.entry(ROOM, HOUSE));
        assertThat(matching.claimedElsewhere(HOUSE, Set.of(ROOM))).isEmpty();
        assertThatThrownBy(() -> matching.publish(NORTH, Map.of(ITEM, Set.of(ROOM, STREET)), ANA))
                .isInstanceOfSatisfying(
                        GroupsTaken.class, taken -> assertThat(taken.groups()).containsExactly(ROOM));
        assertThat(matching.current(NORTH).version()).isZero();
        assertThat(matching.claimedElsewhere(HOUSE, Set.of(STREET))).isEmpty();

        matching.publish(HOUSE, Map.of(), ANA);
        assertThat(matching.publish(NORTH, Map.of(ITEM, Set.of(ROOM)), ANA)).isEqualTo(1);
    }

    @Test
    void ofTwoSpacesAtOnceOnlyOneGetsTheGroup() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> house = () -> gets(HOUSE);
            Callable<Boolean> north = () -> gets(NORTH);
            int winners = 0;
            for (Future<Boolean> got : both.invokeAll(List.of(house, north))) {
                winners += got.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void publishingAtOnceForOneSpaceLosesNoVersion() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            for (Future<Long> version : many.invokeAll(IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<Long>) () -> matching.publish(HOUSE, Map.of(ITEM, Set.of(ROOM)), ANA))
                    .toList())) {
                assertThat(version.get()).isPositive();
            }
        }
        assertThat(matching.current(HOUSE).version()).isEqualTo(8);
    }

    @Test
    void aDraftIsKeptUntilItIsPublished() {
        matching.choose(HOUSE, ITEM, Set.of(ROOM));
        matching.choose(HOUSE, ItemId.pass(1), Set.of());
        matching.choose(HOUSE, ITEM, Set.of(STREET));

        assertThat(matching.draft(HOUSE))
                .containsExactlyInAnyOrderEntriesOf(Map.of(ITEM, Set.of(STREET), ItemId.pass(1), Set.of()));
        assertThat(matching.draft(NORTH)).isEmpty();

        matching.publish(HOUSE, matching.draft(HOUSE), ANA);
        assertThat(matching.draft(HOUSE)).isEmpty();
    }

    private boolean gets(SpaceId space) {
        try {
            matching.publish(space, Map.of(ITEM, Set.of(ROOM)), ANA);
            return true;
        } catch (GroupsTaken taken) {
            return false;
        }
    }

    private static Matching matching() {
        TestDatabase database = TestDatabase.fresh();
        Clock clock = Clock.fixed(Instant.parse("2026-05-03T10:00:00Z"), ZoneOffset.UTC);
        return new Matching(
                database.scopes(),
                new MatchVersions(database.jdbc()),
                new DecidedMatches(database.jdbc()),
                new MatchDrafts(database.jdbc()),
                new GroupClaims(database.jdbc()),
                new AgreedGroups(database.jdbc()),
                clock);
    }
}
