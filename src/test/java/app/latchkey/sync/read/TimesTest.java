package app.latchkey.sync.read;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.ItemId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final NamedItem SUITE = new NamedItem(ItemId.office(1), "Suite A");
    private static final Instant SIGNED = Instant.parse("2026-07-29T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-16T00:00:00Z");
    private static final List<Because> CONTRACT = List.of(new Because.Contracted(1, SUITE, SIGNED));

    /** It began long ago: what is still ahead is the end of its pause. */
    @Test
    void tellsAPausedContractFromOneThatHasNotBegun() {
        assertThat(Times.tooEarly(CONTRACT, LATER)).isEqualTo(new Reason.ContractPaused(SUITE, LATER));
        assertThat(Times.tooEarly(CONTRACT, SIGNED)).isEqualTo(new Reason.ContractNotBegun(SUITE, SIGNED));
    }

    /** Tuesdays come again, and are neither a pause nor a beginning. */
    @Test
    void tellsTheNextDayOfAPartTimeDeskFromAPause() {
        List<Because> tuesdays = List.of(new Because.Contracted(1, SUITE, SIGNED, Set.of(DayOfWeek.TUESDAY)));
        assertThat(Times.tooEarly(tuesdays, LATER)).isEqualTo(new Reason.TooEarly(SUITE, LATER, LATER));
        assertThat(Times.tooEarly(tuesdays, SIGNED)).isEqualTo(new Reason.ContractNotBegun(SUITE, SIGNED));
    }

    @Test
    void tellsWhenNexudussOwnWordBeginsAndEnds() {
        List<Because> decided = List.of(new Because.Decided(1, SUITE, SIGNED, LATER));
        assertThat(Times.tooEarly(decided, SIGNED)).isEqualTo(new Reason.TooEarly(SUITE, SIGNED, SIGNED));
        assertThat(Times.ended(decided, Optional.of(LATER))).isEqualTo(new Reason.AccessEnded(SUITE, LATER));
    }

    @Test
    void claimsNoEndOfWhatHasNone() {
        assertThat(Times.ended(CONTRACT, Optional.of(LATER))).isEqualTo(new Reason.ContractEnded(SUITE, LATER));
        assertThat(Times.ended(CONTRACT, Optional.empty())).isEqualTo(new Reason.NeverBought());
    }
}
