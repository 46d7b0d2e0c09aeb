package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.Reason;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyNotNowTest {

    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z");

    @Test
    void waitsForAPassThatIsBoughtForLater() {
        assertThat(new WhyNotNow(LONDON, at("2026-01-07T09:00:00Z"))
                        .of(List.of(dayPass(3, ANA, "2026-01-08T09:00:00Z"))))
                .contains(new Reason.TooEarly(FLEX, at("2026-01-08T09:00:00Z"), at("2026-01-08T09:00:00Z")));
    }

    @Test
    void saysWhenWhatNexudusDecidedIsOver() {
        Decided decided = decided(4, ANA, "2026-01-08T14:00:00Z", "2026-01-08T20:00:00Z");
        assertThat(new WhyNotNow(LONDON, at("2026-01-08T13:59:59Z")).of(List.of(decided)))
                .contains(new Reason.TooEarly(ROOM_4, decided.since(), decided.since()));
        assertThat(new WhyNotNow(LONDON, at("2026-01-08T19:59:59Z")).of(List.of(decided)))
                .isEmpty();
        assertThat(new WhyNotNow(LONDON, at("2026-01-08T20:00:00Z")).of(List.of(decided)))
                .contains(new Reason.AccessEnded(ROOM_4, at("2026-01-08T20:00:00Z")));
    }

    @Test
    void saysOnWhichDayAPartTimeOfficeComesNext() {
        Contract tuesdays = partTime(OFFICE, DayOfWeek.TUESDAY);
        assertThat(new WhyNotNow(LONDON, at("2026-04-08T12:00:00Z")).of(List.of(tuesdays)))
                .contains(new Reason.TooEarly(OFFICE_12, at("2026-04-13T23:00:00Z"), at("2026-04-13T23:00:00Z")));
    }

    @Test
    void blamesAPauseOnlyWhileItLasts() {
        Contract inactive = inactive(paused(OFFICE, between("2026-01-10T00:00:00Z", "2026-02-01T00:00:00Z")));
        assertThat(new WhyNotNow(LONDON, at("2026-01-10T00:00:00Z")).of(List.of(inactive)))
                .contains(new Reason.ContractPaused(OFFICE_12, at("2026-02-01T00:00:00Z")));
        assertThat(new WhyNotNow(LONDON, at("2026-02-01T00:00:00Z")).of(List.of(inactive)))
                .isEmpty();
    }
}
