package app.latchkey.operator.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.State;
import app.latchkey.nexudus.RefusedCalls;
import app.latchkey.salto.StreamState;
import app.latchkey.space.Decider;
import app.latchkey.sync.DoorStream;
import app.latchkey.sync.PartnerStates;
import app.latchkey.sync.PartnerStates.PartnerState;
import app.latchkey.sync.PartnerStates.PartnerTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartnerCardsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T20:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-11-26T14:02:00Z");

    @Test
    void saysSinceWhenTheEventStreamIsLive() {
        assertThat(words(StreamState.LIVE, Duration.ofMinutes(5)))
                .contains("Event stream live since 14:02")
                .doesNotContain("instead");
    }

    @Test
    void saysWhyThereIsNoneAndHowOftenDoorsAreReadInstead() {
        assertThat(words(StreamState.NOT_SUBSCRIBED, Duration.ofMinutes(5)))
                .contains("not in the site’s subscription. Doors are read every 5 minutes instead.");
        assertThat(words(StreamState.REFUSED, Duration.ofMinutes(10)))
                .contains("those with the role Site Admin. Doors are read every 10 minutes instead.");
        assertThat(words(StreamState.NOT_REACHABLE, Duration.ofSeconds(30)))
                .contains("not reachable since 14:02. Doors are read every 30 s instead. We go on trying.");
    }

    @Test
    void saysNothingWhereNobodyListens() {
        assertThat(words(Optional.empty())).doesNotContain("Event stream");
    }

    /** A space that is told reads nothing of Nexudus: a reading's age would hide that nobody was spoken of for days. */
    @Test
    void saysWhenNexudusToldUsWhereItDecides() {
        PartnerState answers =
                new PartnerState(State.CONNECTED, Optional.of(SINCE), Optional.of(NOW), Optional.empty());
        PartnerStates told = new PartnerStates(
                answers,
                answers,
                Optional.of(NOW.minus(Duration.ofDays(4))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(words(told, Decider.NEXUDUS))
                .contains("Quiet", "It decides, and told us of somebody")
                .doesNotContain("Webhooks");
        assertThat(words(told, Decider.LATCHKEY)).contains("Webhooks", "Nexudus called");
        assertThat(Ages.of(told, Decider.NEXUDUS, NOW).getElement().getOuterHTML())
                .contains("Nexudus told us")
                .doesNotContain("Nexudus read");
    }

    @Test
    void saysThatNexudusCallsInVainAndWhy() {
        PartnerState answers =
                new PartnerState(State.CONNECTED, Optional.of(SINCE), Optional.of(NOW), Optional.empty());
        PartnerStates refused = new PartnerStates(
                answers,
                answers,
                Optional.of(NOW.minus(Duration.ofHours(1))),
                Optional.of(new RefusedCalls(14, 0, SINCE)),
                Optional.empty(),
                Optional.empty());
        assertThat(words(refused, Decider.LATCHKEY))
                .contains("Refused", "without a signature: 14 calls were refused", "LATCHKEY_NEXUDUS_UNSIGNED_HOOKS")
                .doesNotContain("Heard");
    }

    /** It may answer, and do nothing of what we ask. */
    @Test
    void saysWhatAPartnerThatAnswersDoesNotDo() {
        PartnerTrouble trouble = new PartnerTrouble("Salto refuses the tokens that it gave us.", SINCE);
        assertThat(words(saltoIs(State.CONNECTED, trouble), Decider.LATCHKEY))
                .contains("In trouble", "Salto refuses the tokens that it gave us. So since 14:02.");
        assertThat(words(saltoIs(State.NEEDS_SIGN_IN, trouble), Decider.LATCHKEY))
                .contains("Needs signing in")
                .doesNotContain("tokens");
    }

    private static PartnerStates saltoIs(State state, PartnerTrouble trouble) {
        PartnerState salto = new PartnerState(state, Optional.of(SINCE), Optional.of(NOW), Optional.of(trouble));
        PartnerState answers =
                new PartnerState(State.CONNECTED, Optional.of(SINCE), Optional.of(NOW), Optional.empty());
        return new PartnerStates(
                salto, answers, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String words(StreamState state, Duration readEvery) {
        return words(Optional.of(new DoorStream(state, SINCE, readEvery)));
    }

    private static String words(Optional<DoorStream> doors) {
        PartnerState answers =
                new PartnerState(State.CONNECTED, Optional.of(SINCE), Optional.of(SINCE), Optional.empty());
        PartnerStates states =
                new PartnerStates(answers, answers, Optional.empty(), Optional.empty(), Optional.empty(), doors);
        return words(states, Decider.LATCHKEY);
    }

    private static String words(PartnerStates states, Decider decider) {
        return PartnerCards.of(states, decider, NOW, ZoneOffset.UTC)
                .getElement()
                .getTextRecursively();
    }
}
