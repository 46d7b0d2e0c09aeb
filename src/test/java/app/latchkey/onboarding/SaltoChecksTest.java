package app.latchkey.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.salto.Installation;
import app.latchkey.salto.Installation.Iq;
import app.latchkey.salto.Site;
import app.latchkey.salto.StreamState;
import app.latchkey.salto.Usable;
import app.latchkey.shared.SiteId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaltoChecksTest {

    private static final Site SITE =
            new Site(new SiteId(new UUID(1, 1)), "Harbour House", Optional.of(ZoneOffset.UTC), 3, 10, Usable.yes());

    @Test
    void saysNothingOfEventStreamsWhereTheDeploymentListensToNone() {
        assertThat(of(Optional.empty())).extracting(Check::words).noneMatch(words -> words.startsWith("Event stream"));
    }

    @Test
    void saysThatADoorIsSeenAtOnce() {
        assertThat(of(Optional.of(StreamState.LIVE)).getLast())
                .isEqualTo(Check.good("Event stream: what happens at a door is seen at once"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LIVE")
    void saysWhyThereIsNoStreamAndThatDoorsAreReadInstead(StreamState state) {
        Check last = of(Optional.of(state)).getLast();
        assertThat(last.words()).startsWith("Event stream: ");
        assertThat(last.result()).isEqualTo(Check.Result.WEAK);
        assertThat(last.cure()).startsWith("Works without it: doors are read every few minutes instead. ");
    }

    @Test
    void takesNothingThatSaltoDoesNotShowForFine() {
        assertThat(of(Optional.empty()))
                .filteredOn(check -> check.result() == Check.Result.UNKNOWN)
                .extracting(Check::words)
                .containsExactly(
                        "Level of the plan: Salto does not show it",
                        "Gateways (IQs): Salto does not show them",
                        "Remote opening: Salto does not say");
    }

    @Test
    void saysOfEachFindingWhatToDo() {
        Installation installation = new Installation(
                Optional.of("default"),
                Optional.of(List.of(new Iq("Hall", true), new Iq("Loft", false))),
                Optional.of(0));
        assertThat(with(installation))
                .contains(
                        Check.weak(
                                "1 of 2 gateways (IQs) online",
                                "Offline: Loft. Locks keep what they knew until it is back. Look at power and network."),
                        Check.weak(
                                "Remote opening: not set up for this login",
                                "Works without it: we open no door. Set it up in Salto if you want it there."))
                .anyMatch(check -> check.words().equals("Level of the plan “default”: Salto does not say")
                        && check.result() == Check.Result.UNKNOWN);
    }

    /** The right to open is shown nowhere. */
    @Test
    void callsRemoteOpeningPossibleNeitherWhereItIsSetUp() {
        Installation installation =
                new Installation(Optional.empty(), Optional.of(List.of(new Iq("Hall", true))), Optional.of(1));
        assertThat(with(installation))
                .contains(Check.good("1 of 1 gateways (IQs) online"))
                .filteredOn(check -> check.words().startsWith("Remote opening: set up"))
                .singleElement()
                .matches(check -> check.result() == Check.Result.UNKNOWN);
    }

    private static List<Check> with(Installation installation) {
        return SaltoChecks.of(SITE, List.of(), installation, true, Optional.empty());
    }

    private static List<Check> of(Optional<StreamState> stream) {
        return SaltoChecks.of(SITE, List.of(), Installation.unknown(), true, stream);
    }
}
