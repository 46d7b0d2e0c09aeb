package app.latchkey.space;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassportTest {

    @Fact(
            value = "B8.6",
            says =
                    "Passport opens doors where a space has it as an app of its own, or has used it since before June 2020, and nowhere else")
    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"})
    void isOfferedForTwoReasonsOnly(boolean whiteLabel, boolean sinceBeforeJune2020, boolean offered) {
        assertThat(new Passport(whiteLabel, sinceBeforeJune2020).offered()).isEqualTo(offered);
    }
}
