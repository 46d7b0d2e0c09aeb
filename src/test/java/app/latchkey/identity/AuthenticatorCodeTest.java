package app.latchkey.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorCodeTest {

    private static final Secret OF_THE_STANDARD =
            Secret.of(new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

    /** Appendix B of RFC 6238, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void countsAsTheStandardDoes(long second, String code) {
        assertThat(AuthenticatorCode.at(OF_THE_STANDARD, Instant.ofEpochSecond(second)))
                .isEqualTo(code);
    }
}
