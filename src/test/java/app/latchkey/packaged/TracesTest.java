package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for secrets finds what is there, however it is written, and nothing else. */
class TracesTest {

    private static final String SECRET = "k9+Q/canary=7w_X-2";
    private static final Traces TRACES = Traces.of(SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "ana@harbour.example:"})
    void findsItInBase64WhereverItBegins(String before) {
        byte[] text = (before + SECRET + " and more").getBytes(StandardCharsets.UTF_8);
        assertThat(TRACES.areIn("Basic " + Base64.getEncoder().encodeToString(text)))
                .isTrue();
        assertThat(TRACES.areIn(Base64.getUrlEncoder().encodeToString(text))).isTrue();
        assertThat(TRACES.areIn("\\x" + hex(Base64.getEncoder().encodeToString(text))))
                .isTrue();
    }

    @Test
    void findsItAsItIsInAnAddressAndInHex() {
        assertThat(TRACES.areIn("{\"token\":\"" + SECRET + "\"}")).isTrue();
        assertThat(TRACES.areIn("?t=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(TRACES.areIn("\\x00" + hex(SECRET) + "ff")).isTrue();
        assertThat(TRACES.areIn(hex(SECRET).toUpperCase(java.util.Locale.ROOT))).isTrue();
    }

    @Test
    void takesAnotherTextForAnotherText() {
        assertThat(TRACES.areIn(SECRET.substring(1) + hex(SECRET.substring(2)))).isFalse();
    }

    @Test
    void findsSixDigitsOnlyWhereTheyStandByThemselves() {
        Traces digits = Traces.of("123456");
        assertThat(digits.areIn("code=123456, sent")).isTrue();
        assertThat(digits.areIn("2026-05-01T10:00:00.123456+00, id 91234567, 4f-123456-aa"))
                .isFalse();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
