package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.State;
import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Voice;
import app.latchkey.sync.Beginning;
import app.latchkey.sync.PartnerStates;
import app.latchkey.sync.PartnerStates.PartnerState;
import app.latchkey.sync.SpaceOverview;
import app.latchkey.sync.SpaceState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Instant NOON = Instant.parse("2026-05-08T12:00:00Z");
    private static final Voice VOICE = new Voice(Audience.OPERATOR, "Harbour House", ZoneOffset.UTC, NOON);

    /** "Later, until 14:00" would read as if access ended then. */
    @Test
    void saysFromWhenALaterAccessIsAndUntilWhenOneLasts() {
        Optional<Instant> two = Optional.of(NOON.plusSeconds(7200));
        Optional<Instant> ten = Optional.of(NOON.minusSeconds(7200));
        assertThat(Sentences.lasts(explanation(DoorState.NEXT).holding(Optional.empty(), two), VOICE))
                .isEqualTo("from 14:00");
        assertThat(Sentences.lasts(explanation(DoorState.OPEN).holding(ten, two), VOICE))
                .isEqualTo("since 10:00, until 14:00");
        assertThat(Sentences.lasts(explanation(DoorState.BY_HAND), VOICE)).isEmpty();
    }

    /** What stops a space need not be a partner's silence: a role may be lost. */
    @Test
    void namesWhomWeHaveNotSeenWhereThatIsWhyASpaceIsStopped() {
        PartnerState well = new PartnerState(State.CONNECTED, Optional.empty(), Optional.empty(), Optional.empty());
        PartnerState silent =
                new PartnerState(State.PARTNER_SILENT, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(headline(SpaceState.STOPPED, silent, well))
                .isEqualTo("We have not seen Salto since 11:50. This is what we knew then.");
        assertThat(headline(SpaceState.STOPPED, well, well))
                .isEqualTo("We have read nothing since 11:50. This is what we knew then.");
    }

    /** The banner above says who paused, and since when. */
    @Test
    void saysOfAPauseWhatItMeansForTheDoors() {
        PartnerState well = new PartnerState(State.CONNECTED, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(headline(SpaceState.PAUSED, well, well)).isEqualTo("Doors stay as they are until changes go on.");
    }

    /** "Everybody can open what they bought" would be said of people who were not looked at yet. */
    @Test
    void claimsNothingOfDoorsBeforeEverythingWasReadOnce() {
        PartnerState well = new PartnerState(State.CONNECTED, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(headline(SpaceState.BEHIND, well, well, Optional.empty()))
                .isEqualTo("Everything is being read for the first time. Then you see here who can open what.");
        assertThat(headline(SpaceState.BEHIND, well, well))
                .isEqualTo("Everybody can open what they bought: 6 people can open now.");
    }

    private static String headline(SpaceState state, PartnerState salto, PartnerState nexudus) {
        return headline(state, salto, nexudus, Optional.of(NOON.minusSeconds(600)));
    }

    private static String headline(
            SpaceState state, PartnerState salto, PartnerState nexudus, Optional<Instant> complete) {
        Optional<Instant> lately = Optional.of(NOON.minusSeconds(600));
        SpaceOverview overview = new SpaceOverview(
                state,
                34,
                6,
                0,
                0,
                1,
                0,
                lately,
                complete,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PartnerStates(
                        salto, nexudus, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Beginning(true, true, true, true),
                List.of(),
                List.of());
        return Sentences.headline(overview, NOON, ZoneOffset.UTC);
    }

    private static Explanation explanation(DoorState verdict) {
        return Explanation.recorded(verdict, new Reason.OpenByHand(), List.of());
    }
}
