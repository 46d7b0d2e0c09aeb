package app.latchkey.salto;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Salto's records as ours. */
class SaltoReaderTest {

    private static final String USER = """
            {"id": "0b0b7d4e-4a1f-4a52-9d51-000000000001",
             "user": {"id": "0b0b7d4e-4a1f-4a52-9d51-000000000002", "first_name": "Ana"},
             "subscription_state": "subscribed", "expires_at": %s}""";

    @Fact(
            value = "A6.11",
            sure = Sure.UNKNOWN,
            says = "In which form a user's end comes: without an offset it is UTC, and what is no time is no end")
    @ParameterizedTest
    @CsvSource({
        "'\"2026-05-08T18:00:00Z\"', 2026-05-08T18:00:00Z",
        "'\"2026-05-08T18:00:00+02:00\"', 2026-05-08T16:00:00Z",
        "'\"2026-05-08T18:00:00\"', 2026-05-08T18:00:00Z",
        "'\"soon\"',",
        "'null',"
    })
    void readsUntilWhenAUserLasts(String written, Instant end) {
        SaltoUser user = SaltoReader.user(Wire.tree(USER.formatted(written)));
        assertThat(user.expiresAt()).isEqualTo(Optional.ofNullable(end));
    }
}
