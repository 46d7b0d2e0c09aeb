package app.latchkey.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void ignoresCaseSpaceAndTheWayAnAccentIsWritten() {
        assertThat(new EmailAddress("  Ana@Harbour.Example ")).isEqualTo(new EmailAddress("ana@harbour.example"));
        assertThat(new EmailAddress("jose\u0301@a.example")).isEqualTo(new EmailAddress("jos\u00e9@a.example"));
    }

    @Case(31)
    @ParameterizedTest
    @CsvSource({
        "ana.ruiz@a.example, anaruiz@a.example",
        "ana+work@a.example, ana@a.example",
        "ana@a.example, ana@b.example",
        "ana@googlemail.com, ana@gmail.com",
        "anna@a.example, ana@a.example",
        "ana_ruiz@a.example, ana-ruiz@a.example",
        "ana@mail.a.example, ana@a.example",
        "1ana@a.example, ana@a.example"
    })
    void neverTakesTwoMailboxesForOne(String one, String other) {
        assertThat(new EmailAddress(one)).isNotEqualTo(new EmailAddress(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ana", "@a.example", "ana@", "ana@a@b", "ana ruiz@a.example"})
    void readsNoAddressFromOtherText(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
