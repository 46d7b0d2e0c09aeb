package app.latchkey.look;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.Window;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class DrawingTest {

    private static final Instant NOW = Instant.parse("2026-05-09T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "'/><image href=x onerror='alert(1)",
                "\"&amp;]]><!--",
                "Zoë 👩‍👩‍👧 العربية",
                "a\u0000b\u0007\uD800c",
                ""
            })
    void aHostileNameStaysText(String name) throws Exception {
        var lane = new TimeLanes.Lane(
                name,
                List.of(new TimeLanes.Bar(Window.between(NOW, NOW.plusSeconds(60)), Tone.OPEN, name)),
                List.of(new TimeLanes.Mark(NOW, Tone.WITHHELD, true, name)));
        Window shown = Window.between(NOW.minusSeconds(3600), NOW.plusSeconds(3600));
        assertSafe(TimeLanes.drawing(name, List.of(lane), shown, NOW, ZoneOffset.UTC)
                .svg());
        var run = new StripOfRuns.Run(NOW.minusSeconds(60), 3, true, name);
        var hour = new StripOfRuns.Scale(960, 6, Duration.ofHours(1), NOW);
        assertSafe(StripOfRuns.drawing(name, List.of(run), hour, ZoneOffset.UTC).svg());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 10_000})
    void aLongNameIsCutAtWholeCharacters(int length) {
        String name = "👩".repeat(length);
        String cut = Drawing.shortened(name, 24);
        assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(24);
        assertThat(Drawing.escape(cut)).doesNotContain("?");
    }

    private static void assertSafe(String svg) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("image").getLength()).isZero();
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
    }

    @Test
    void writesNumbersAlikeWhereverTheServerStands() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Drawing(10, 10, "A dot")
                            .dot(1.5, 2, 3, Tone.OPEN, "one")
                            .svg())
                    .contains("cx='1.5'");
        } finally {
            Locale.setDefault(before);
        }
    }
}
