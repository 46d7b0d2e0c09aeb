package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.latchkey.Case;
import app.latchkey.entitlement.Quarantined.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarantineTest {

    private static Assessment assess(Purchase... purchases) {
        return Entitlements.assess(Person.active(ANA), List.of(purchases), MATCHES, LONDON);
    }

    @Case(27)
    @ParameterizedTest
    @CsvSource({
        "2026-01-08T15:00:00Z, 2026-01-08T14:00:00Z, ENDS_BEFORE_IT_BEGINS",
        "2026-01-08T15:00:00Z, 2026-01-08T15:00:00Z, HAS_NO_LENGTH",
        "2026-01-08T15:00:00Z, 2028-01-08T15:00:00Z, LASTS_TOO_LONG",
        "0001-01-01T00:00:00Z, 2026-01-08T15:00:00Z, DATE_OUT_OF_RANGE",
        "2026-01-08T15:00:00Z, 9999-12-31T00:00:00Z, DATE_OUT_OF_RANGE"
    })
    void setsABookingThatMakesNoSenseAside(String from, String to, Fault fault) {
        Booking wrong = booking(1, ANA, ROOM_4, from, to);
        Assessment assessment = assess(wrong, contract(2, ANA, OFFICE_12, "2026-01-01T00:00:00Z"));
        assertThat(assessment.quarantined()).containsExactly(new Quarantined(wrong, fault));
        assertThat(assessment.entitlements()).hasSize(1);
    }

    @Test
    void setsAUsedPassWithoutADateOfUseAside() {
        assertThat(assess(usedUp(dayPass(1, ANA, "2026-01-08T09:00:00Z"), null)).quarantined())
                .extracting(Quarantined::fault)
                .containsExactly(Fault.USED_WITHOUT_A_DATE);
    }

    @Case(27)
    @Test
    void takesAnAllDayBooking() {
        assertThat(assess(booking(1, ANA, ROOM_2, "2026-01-08T00:00:00Z", "2026-01-09T00:00:00Z"))
                        .entitlements())
                .hasSize(1);
    }

    @Case(27)
    @Test
    void survivesAnyPairOfDates() {
        Random random = new Random(27);
        for (int round = 0; round < 2_000; round++) {
            Instant from = anyInstant(random);
            Instant to = anyInstant(random);
            Booking booking = new Booking(1, ANA, List.of(ROOM_4), from, to, false);
            Contract contract = new Contract(2, ANA, List.of(OFFICE_12), from, true, true, to, List.of());
            assertThatCode(() -> assess(booking, contract)).doesNotThrowAnyException();
        }
    }

    private static Instant anyInstant(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Instant.MIN;
            case 1 -> Instant.MAX;
            default ->
                Instant.ofEpochSecond(random.nextLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
        };
    }

    @Test
    void believesABookingOfAWholeLeapYear() {
        assertThat(assess(booking(1, ANA, ROOM_2, "2028-01-01T00:00:00Z", "2029-01-01T00:00:00Z"))
                        .quarantined())
                .isEmpty();
        assertThat(assess(booking(1, ANA, ROOM_2, "2028-01-01T00:00:00Z", "2029-01-01T00:00:01Z"))
                        .quarantined())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01T00:00:00Z, 2026-01-08T15:00:00Z", "2026-01-08T14:00:00Z, 9999-12-31T00:00:00Z"})
    void setsAPassAsideThatWasUsedOrLeftAtAnImpossibleTime(String in, String out) {
        PassUse use = new PassUse(at(in), at(out));
        assertThat(assess(usedUp(minutePass(1, ANA, "2026-01-08T09:00:00Z"), use))
                        .quarantined())
                .extracting(Quarantined::fault)
                .containsExactly(Fault.DATE_OUT_OF_RANGE);
    }
}
