package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Case;
import app.latchkey.shared.ItemId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdueRuleTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z");

    private static OverdueRule rule(int days, boolean weekends, String tolerated, ItemId... exempt) {
        return new OverdueRule(days, weekends, new BigDecimal(tolerated), Set.of(exempt));
    }

    private static Invoice invoice(String due, String open) {
        return new Invoice("1041", LocalDate.parse(due), new BigDecimal(open));
    }

    private static List<Entitlement> office() {
        return Entitlements.of(Person.active(ANA), List.of(OFFICE), MATCHES, LONDON.in(MADRID));
    }

    /** 2 January 2026 is a Friday. */
    @Case(28)
    @ParameterizedTest(name = "due {0}, {1} days, weekends {2}: closes {3}")
    @CsvSource({
        "2026-01-02, 0, true, 2026-01-02T23:00:00Z",
        "2026-01-02, 1, true, 2026-01-03T23:00:00Z",
        "2026-01-02, 1, false, 2026-01-05T23:00:00Z",
        "2026-01-02, 5, false, 2026-01-09T23:00:00Z",
        "2026-03-28, 1, true, 2026-03-29T22:00:00Z"
    })
    void closesAfterTheLastDayThatTheSpaceAllows(String due, int days, boolean weekends, String closes) {
        assertThat(rule(days, weekends, "0").closesAt(List.of(invoice(due, "10")), MADRID))
                .contains(at(closes));
    }

    @Case(28)
    @Test
    void toleratesWhatThePartialPaymentLeavesOpen() {
        assertThat(rule(14, true, "5").closesAt(List.of(invoice("2026-01-02", "5.00")), MADRID))
                .isEmpty();
        assertThat(rule(14, true, "5").closesAt(List.of(invoice("2026-01-02", "5.01")), MADRID))
                .isPresent();
        assertThat(rule(14, true, "0").closesAt(List.of(invoice("2026-01-02", "0")), MADRID))
                .isEmpty();
    }

    @Case(28)
    @Test
    void countsFromTheInvoiceThatIsOldest() {
        assertThat(rule(1, true, "0").closesAt(List.of(invoice("2026-02-02", "1"), invoice("2026-01-02", "1")), MADRID))
                .contains(at("2026-01-03T23:00:00Z"));
    }

    @Case(28)
    @Test
    void endsWhatWasBoughtWhenTheDoorsCloseAndSparesWhatIsExempt() {
        List<Invoice> open = List.of(invoice("2026-01-02", "10"));
        assertThat(rule(1, true, "0").cut(office(), open, MADRID))
                .extracting(Entitlement::window)
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-01-03T23:00:00Z"));
        assertThat(rule(1, true, "0", OFFICE_12.id()).cut(office(), open, MADRID))
                .isEqualTo(office());
        assertThat(rule(1, true, "0").cut(office(), List.of(), MADRID)).isEqualTo(office());
        assertThat(rule(1, true, "0").cut(office(), List.of(invoice("2025-12-01", "1")), MADRID))
                .isEmpty();
    }

    @Test
    void neverClosesBeforeAnInvoiceIsDue() {
        assertThatThrownBy(() -> rule(-1, true, "0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Case(28)
    @Test
    void namesTheInvoiceThatClosedTheDoorsOnceTheyAreClosed() {
        Invoice older = invoice("2026-01-02", "10");
        List<Invoice> open = List.of(invoice("2026-01-04", "10"), older, invoice("2026-01-01", "0"));
        assertThat(rule(1, true, "0").closing(open, MADRID, at("2026-01-03T22:59:59Z")))
                .isEmpty();
        assertThat(rule(1, true, "0").closing(open, MADRID, at("2026-01-03T23:00:00Z")))
                .contains(older);
        assertThat(rule(1, true, "0").closing(open, MADRID, at("2026-03-01T00:00:00Z")))
                .contains(older);
    }
}
