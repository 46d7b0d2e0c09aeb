package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.entitlement.Reason;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of somebody who is in a group and cannot open its doors. */
class ShutOutTest {

    private static final Optional<Reason> NOTHING = Optional.empty();

    private static Optional<Reason> of(boolean seated, boolean hasWayIn, boolean seatsLeft) {
        return ShutOut.of(false, Optional.<Instant>empty(), seated, hasWayIn, seatsLeft);
    }

    @Test
    void lacksASeatWhereNoneIsLeftOrWhereHeCouldOpenOtherwise() {
        assertThat(of(false, true, true)).contains(new Reason.NoSeat());
        assertThat(of(false, true, false)).contains(new Reason.NoSeat());
        assertThat(of(false, false, false)).contains(new Reason.NoSeat());
        assertThat(of(true, true, false)).isEqualTo(NOTHING);
    }

    @Fact(
            value = "A6.19",
            says =
                    "Whoever has no way in yet may show as without a seat, also where seats are left: what he lacks is a way in")
    @Test
    void lacksAWayInWhereSeatsAreLeft() {
        assertThat(of(false, false, true)).contains(new Reason.InvitationOpen(null));
        assertThat(of(true, false, false)).contains(new Reason.InvitationOpen(null));
    }
}
