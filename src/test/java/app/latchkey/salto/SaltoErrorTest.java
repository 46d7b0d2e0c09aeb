package app.latchkey.salto;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerFailure.Who;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaltoErrorTest {

    private static SaltoError error(int status, String body) {
        return SaltoError.of(new PartnerAnswer(status, body, Optional.empty()));
    }

    @Fact(
            value = "A4.4",
            says =
                    "An error has a code, as a number or as text; the codes say who must act and whether trying again helps")
    @ParameterizedTest
    @CsvSource({
        "400,1100,REFUSED,US,false",
        "400,1101,REFUSED,US,false",
        "400,1102,REFUSED,US,false",
        "401,1500,SILENT,PARTNER,true",
        "400,1501,REFUSED,US,false",
        "500,2201,SILENT,PARTNER,true",
        "404,2202,NOT_FOUND,SPACE,false",
        "403,2203,RIGHT_MISSING,SPACE,false",
        "400,2207,BY_HAND_FIRST,SPACE,false",
        "400,2210,SITE_NOT_RELEASED,SPACE,false",
        "403,2212,NO_SUBSCRIPTION,SPACE,false",
        "400,2220,BY_HAND_FIRST,SPACE,false",
        "500,3101,SILENT,PARTNER,true",
        "400,9999,REFUSED,US,false"
    })
    void saysOfEveryCodeWhoMustActAndWhetherAgainHelps(
            int status, int code, Category category, Who who, boolean againHelps) {
        SaltoError asNumber = error(status, "{\"ErrorCode\":%d,\"Message\":\"x\"}".formatted(code));
        SaltoError asText = error(status, "{\"ErrorCode\":\"%d\",\"Message\":\"x\"}".formatted(code));
        assertThat(asText).isEqualTo(asNumber);
        assertThat(asText.category()).isEqualTo(category);
        assertThat(asText.failure().why().who()).isEqualTo(who);
        assertThat(asText.failure().againHelps()).isEqualTo(againHelps);
        assertThat(asText.words()).endsWith(".");
    }

    @Fact(
            value = "A4.5",
            says = "3102 is a one-time code that is wrong, or one that is blocked: the message says which")
    @Test
    void tellsWrongFromBlockedByTheMessage() {
        assertThat(error(400, "{\"ErrorCode\":\"3102\",\"Message\":\"otp_invalid\"}"))
                .isEqualTo(new SaltoError.OneTimeCodeWrong());
        SaltoError blocked = error(403, "{\"ErrorCode\":\"3102\",\"Message\":\"otp_blocked\"}");
        assertThat(blocked).isEqualTo(new SaltoError.OneTimeCodeBlocked());
        assertThat(blocked.failure().retryAfter()).contains(Duration.ofMinutes(20));
        assertThat(error(403, "{\"Message\":\"pin_not_changed\"}")).isEqualTo(new SaltoError.PinNotChanged());
    }

    @Fact(value = "A4.6", says = "Some endpoints answer errors as RFC 7807 or without a body: then the status decides")
    @Test
    void goesByTheStatusWhereThereIsNoCode() {
        assertThat(error(403, "{\"type\":\"https://httpstatuses.io/403\",\"title\":\"Forbidden\",\"status\":403}"))
                .isEqualTo(new SaltoError.NotAllowed());
        assertThat(error(401, "")).isEqualTo(new SaltoError.NotSignedIn());
        assertThat(error(404, "<html>")).isEqualTo(new SaltoError.NotFound());
        assertThat(error(422, "[]")).isEqualTo(new SaltoError.Unknown(422, 0));
    }
}
