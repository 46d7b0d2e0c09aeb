package app.latchkey.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static List<Check> of(Optional<StreamState> stream) {
        return SaltoChecks.of(SITE, List.of(), true, stream);
    }
}
