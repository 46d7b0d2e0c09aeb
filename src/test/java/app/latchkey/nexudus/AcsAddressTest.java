package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcsAddressTest {

    @Fact(
            value = "B6.10",
            says =
                    "Custom ACS takes HTTPS addresses only; where ours is none, the page on which they are copied says so")
    @ParameterizedTest
    @CsvSource({
        "https://doors.example.com, true",
        "http://doors.example.com, false",
        "http://localhost.example.com, false",
        "http://localhost:8080, true",
        "http://127.0.0.1:8080, true",
        "http://[::1]:8080, true"
    })
    void isTakenOverHttpsOrOnOneMachine(URI publicUrl, boolean taken) {
        assertThat(AcsAddress.isTakenAt(publicUrl)).isEqualTo(taken);
    }
}
