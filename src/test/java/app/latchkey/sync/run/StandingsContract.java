package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Reason;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.run.Standing.Verdict;
import app.latchkey.sync.run.Standings.Before;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is recorded of how everybody stands, wherever its rows are kept: on PostgreSQL, and in the simulation's memory. */
abstract class StandingsContract {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final AccessGroupId STREET = new AccessGroupId(new UUID(2, 1));
    private static final AccessGroupId STUDIO = new AccessGroupId(new UUID(2, 2));
    private static final CustomerId ANA = new CustomerId(17);
    private static final CustomerId BEN = new CustomerId(18);
    private static final PlatformUserId ANA_IN_SALTO = new PlatformUserId(new UUID(1, 1));
    private static final Standing IN_THE_STREET = of(ANA, ANA_IN_SALTO, STREET, Verdict.IN, null);
    private static final Standing IN_THE_STUDIO = of(ANA, ANA_IN_SALTO, STUDIO, Verdict.IN, null);
    private static final Standing BEN_WAITS = of(BEN, null, STREET, Verdict.WITHHELD, new Reason.NoSeat());

    final Scopes scopes;
    final SpaceId space;
    final Standings standings;

    /** Standings of nobody yet. */
    record Kept(Scopes scopes, SpaceId space, Standings standings) {}

    StandingsContract(Kept kept) {
        this.scopes = kept.scopes();
        this.space = kept.space();
        this.standings = kept.standings();
    }

    private static Standing of(
            @Nullable CustomerId customer,
            @Nullable PlatformUserId user,
            AccessGroupId group,
            Verdict verdict,
            @Nullable Reason reason) {
        String person = user == null ? "customer " + customer : "user " + user;
        return new Standing(person, customer, user, group, "somebody", verdict, reason, null, List.of());
    }

    @Test
    void remembersSinceWhenEachVerdictStands() {
        all(NOW, IN_THE_STREET, BEN_WAITS);
        all(LATER, IN_THE_STREET, of(BEN, null, STREET, Verdict.ON_ITS_WAY, null));
        assertThat(before())
                .containsOnly(
                        Map.entry(key(IN_THE_STREET), new Before("IN", null, NOW)),
                        Map.entry(key(BEN_WAITS), new Before("ON_ITS_WAY", null, LATER)));
    }

    /** The reason alone may change: it stands as long as before. */
    @Test
    void keepsTheBeginningWhenOnlyTheReasonChanges() {
        all(NOW, BEN_WAITS);
        all(LATER, of(BEN, null, STREET, Verdict.WITHHELD, new Reason.LinkBroken()));
        assertThat(before()).containsValue(new Before("WITHHELD", "link-broken", NOW));
    }

    @Test
    void replacesWhatIsSaidOfSomeAndLeavesTheOthers() {
        all(NOW, IN_THE_STREET, IN_THE_STUDIO, BEN_WAITS);
        some(Set.of(), Set.of(ANA_IN_SALTO), LATER, IN_THE_STUDIO);
        assertThat(before().keySet()).containsExactlyInAnyOrder(key(IN_THE_STUDIO), key(BEN_WAITS));
        some(Set.of(BEN), Set.of(), LATER);
        assertThat(before().keySet()).containsExactly(key(IN_THE_STUDIO));
    }

    @Test
    void tellsOfSomeOnly() {
        all(NOW, IN_THE_STREET, BEN_WAITS);
        assertThat(scopes.inSpace(space, () -> standings.before(Set.of(BEN), Set.of())))
                .containsOnlyKeys(key(BEN_WAITS));
        assertThat(scopes.inSpace(space, () -> standings.before(Set.of(), Set.of(ANA_IN_SALTO))))
                .containsOnlyKeys(key(IN_THE_STREET));
    }

    @Test
    void saysTheSameOfAPersonAndAGroupOnceOnly() {
        all(NOW, IN_THE_STREET, of(BEN, ANA_IN_SALTO, STREET, Verdict.LEAVING, null));
        assertThat(before()).containsOnly(Map.entry(key(IN_THE_STREET), new Before("IN", null, NOW)));
    }

    @Test
    void countsWhoWaitsForASeatBesidesThese() {
        all(
                NOW,
                BEN_WAITS,
                of(BEN, null, STUDIO, Verdict.WITHHELD, new Reason.NoSeat()),
                of(null, ANA_IN_SALTO, STREET, Verdict.WITHHELD, new Reason.NoSeat()),
                of(ANA, null, STUDIO, Verdict.WITHHELD, new Reason.LinkBroken()));
        assertThat(scopes.inSpace(space, () -> standings.waitForASeat(Set.of())))
                .isEqualTo(2);
        assertThat(scopes.inSpace(space, () -> standings.waitForASeat(Set.of(BEN))))
                .isEqualTo(1);
    }

    private void all(Instant now, Standing... rows) {
        Map<String, Before> known = before();
        scopes.inSpace(space, () -> standings.replaceAll(Arrays.asList(rows), known, 1, now));
    }

    private void some(Set<CustomerId> persons, Set<PlatformUserId> users, Instant now, Standing... rows) {
        Map<String, Before> known = before();
        scopes.inSpace(space, () -> standings.replace(persons, users, Arrays.asList(rows), known, 2, now));
    }

    private Map<String, Before> before() {
        return scopes.inSpace(space, () -> standings.before());
    }

    private static String key(Standing standing) {
        return standing.person() + standing.group();
    }
}
