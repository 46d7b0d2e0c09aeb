package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.State;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.TroubleCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a cause looks to staff, by the spaces that have it or had it. */
class TroubledTest {

    private static final Instant NOW = Instant.parse("2026-11-26T22:00:00Z");
    private static final Instant EARLIER = NOW.minus(Duration.ofMinutes(40));
    private static final AlertRule RULE = new AlertRule(Duration.ofMinutes(15));
    private static final TroubleCause SILENT = TroubleCause.of(Category.SILENT, Partner.SALTO);
    private static final TroubleCause PEOPLE = TroubleCause.people();

    @Test
    void lastsWhereOneSpaceWasToldOfIt() {
        assertThat(look(SILENT, untold(SpaceState.BEHIND), told(SpaceState.BEHIND)))
                .isEqualTo(new Sight.Wrong(SILENT, false, EARLIER));
        assertThat(look(SILENT, untold(SpaceState.BEHIND))).isEqualTo(new Sight.Quiet());
    }

    @Test
    void countsAlsoSpacesThatWereNotToldYet() {
        assertThat(Troubled.having(
                        SILENT, List.of(untold(SpaceState.BEHIND), told(SpaceState.BEHIND), told(SpaceState.RIGHT))))
                .hasSize(2);
    }

    @Test
    void isOverWhereASpaceIsRightOrHasAnotherTrouble() {
        assertThat(look(SILENT, told(SpaceState.RIGHT))).isEqualTo(new Sight.Right());
        assertThat(look(SILENT, told(SpaceState.BEHIND, PEOPLE))).isEqualTo(new Sight.Right());
    }

    @Test
    void isNotOverWhereASpaceStillHasIt() {
        assertThat(look(SILENT, told(SpaceState.RIGHT), told(SpaceState.BEHIND)))
                .isEqualTo(new Sight.Wrong(SILENT, false, EARLIER));
    }

    @Test
    void isNobodysWhereItsSpacesAreHeldOrNotKnown() {
        assertThat(look(SILENT)).isEqualTo(new Sight.Quiet());
        assertThat(look(SILENT, told(SpaceState.COMPARING))).isEqualTo(new Sight.Unclear());
    }

    @Test
    void staysOverWhenItsSpacesAreForgotten() {
        Alert kept = alert(SILENT, Set.of(SILENT)).overSince(NOW);
        assertThat(Troubled.sight(SILENT, List.of(), Optional.of(kept), RULE, NOW))
                .isEqualTo(new Sight.Right());
    }

    @Test
    void isNoneWhereItCameAMomentAgoAfterAnother() {
        assertThat(look(PEOPLE, told(SpaceState.BEHIND, PEOPLE))).isNotInstanceOf(Sight.Wrong.class);
    }

    private static Sight look(TroubleCause cause, Troubled... all) {
        return Troubled.sight(cause, List.of(all), Optional.empty(), RULE, NOW);
    }

    private static Troubled untold(SpaceState state) {
        return troubled(state, SILENT, alert(SILENT, Set.of()));
    }

    private static Troubled told(SpaceState state) {
        return troubled(state, SILENT, alert(SILENT, Set.of(SILENT)));
    }

    /** Told that Salto does not answer, and then something else. */
    private static Troubled told(SpaceState state, TroubleCause then) {
        return troubled(
                state, then, new Alert(EARLIER, EARLIER, then, NOW.minusSeconds(60), Set.of(SILENT), Optional.empty()));
    }

    private static Troubled troubled(SpaceState state, TroubleCause cause, Alert alert) {
        SpaceHealth health = health(state, cause);
        return new Troubled(health, Sight.of(health, NOW), alert);
    }

    private static Alert alert(TroubleCause cause, Set<TroubleCause> told) {
        return new Alert(EARLIER, EARLIER, cause, EARLIER, told, Optional.empty());
    }

    private static SpaceHealth health(SpaceState state, TroubleCause cause) {
        return new SpaceHealth(
                new SpaceId(new UUID(1, 1)),
                "mill",
                "Old Mill",
                state,
                1,
                Optional.empty(),
                2,
                0,
                0,
                0,
                Optional.empty(),
                Optional.of(NOW),
                Optional.of(NOW),
                false,
                State.CONNECTED,
                State.CONNECTED,
                Optional.empty(),
                Optional.of(cause),
                Optional.of(EARLIER));
    }
}
