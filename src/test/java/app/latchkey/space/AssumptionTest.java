package app.latchkey.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.env.MockEnvironment;

/** What nobody documents is assumed the careful way, can be changed, and is explained to whoever runs it. */
class AssumptionTest {

    @Test
    void takesTheCarefulValueWhereADeploymentSaysNothing() {
        MockEnvironment environment = new MockEnvironment().withProperty("latchkey.salto.odata", " ");
        LatchkeySettings settings = new LatchkeySettings(environment);
        assertThat(settings.assumed(Assumption.SALTO_ODATA)).isEqualTo("v3");
        assertThat(settings.assumedNumber(Assumption.SALTO_PAGE_SIZE)).isEqualTo(100);
        environment.setProperty("latchkey.salto.odata", "v4");
        assertThat(settings.assumed(Assumption.SALTO_ODATA)).isEqualTo("v4");
    }

    @ParameterizedTest
    @EnumSource
    void findsItsOwnCarefulValueGood(Assumption assumption) {
        assertThat(assumption.complaintAbout(assumption.otherwise())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "latchkey.salto.odata,v5,LATCHKEY_SALTO_ODATA must be one of v3",
        "latchkey.salto.page-size,0,LATCHKEY_SALTO_PAGE_SIZE must be a number from 1",
        "latchkey.salto.versions,entries:v1.2,LATCHKEY_SALTO_VERSIONS must be endpoints",
        "latchkey.nexudus.pauses-path,http://elsewhere,LATCHKEY_NEXUDUS_PAUSES_PATH must be a path",
        "latchkey.nexudus.card-separators,or,LATCHKEY_NEXUDUS_CARD_SEPARATORS must be signs",
        "latchkey.nexudus.card-separators,;; space,LATCHKEY_NEXUDUS_CARD_SEPARATORS must be signs",
        "latchkey.salto.user-roles,site_admin,LATCHKEY_SALTO_USER_ROLES must not name roles of people who run",
        "latchkey.salto.stream-messages,a b,LATCHKEY_SALTO_STREAM_MESSAGES must be names",
        "latchkey.public-url,https://example.com/doors,LATCHKEY_PUBLIC_URL must be an address without a path",
        "latchkey.public-url,https://doors.example.com?a=b,LATCHKEY_PUBLIC_URL must be an address without a path",
        "latchkey.public-url,doors.example.com,LATCHKEY_PUBLIC_URL must be a web address",
        "latchkey.salto.stream-url,somewhere,LATCHKEY_SALTO_STREAM_URL must be a web address",
        "latchkey.alert.after,soon,LATCHKEY_ALERT_AFTER must be a length of time from one minute",
        "latchkey.alert.after,59s,LATCHKEY_ALERT_AFTER must be a length of time from one minute",
        "latchkey.nexudus.hook-secret-field,a b,LATCHKEY_NEXUDUS_HOOK_SECRET_FIELD must be one name"
    })
    void namesWhatIsMalformedBeforeTheStart(String property, String value, String complaint) {
        List<String> complaints = SettingsCheck.complaints(new MockEnvironment().withProperty(property, value));
        assertThat(complaints).anyMatch(each -> each.startsWith(complaint));
    }

    @Test
    void tellsOfATroubleAfterAQuarterOfAnHourUnlessADeploymentSaysOtherwise() {
        MockEnvironment environment = new MockEnvironment().withProperty("latchkey.alert.after", " ");
        LatchkeySettings settings = new LatchkeySettings(environment);
        assertThat(settings.alertAfter()).isEqualTo(Duration.ofMinutes(15));
        environment.setProperty("latchkey.alert.after", "1m");
        assertThat(settings.alertAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(SettingsCheck.complaints(environment)).noneMatch(each -> each.contains("LATCHKEY_ALERT_AFTER"));
    }

    @ParameterizedTest
    @EnumSource
    void isExplainedInTheHandbookWithWhatToCheck(Assumption assumption) throws IOException {
        String otherwise = assumption.otherwise().isEmpty() ? "(none)" : "`" + assumption.otherwise() + "`";
        assertThat(Files.readAllLines(Path.of("src", "docs", "handbook", "running.md")))
                .filteredOn(line -> line.startsWith("| `" + assumption.variable() + "` | " + otherwise + " |"))
                .singleElement()
                .satisfies(line -> assertThat(line.split("\\|", -1)[4]).isNotBlank());
    }
}
