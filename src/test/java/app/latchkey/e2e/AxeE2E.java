package app.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What keeps people out of a page is found, whatever it depends on. */
@BrowserTest
class AxeE2E {

    private static final String PAGE = """
            <html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>%s</main></body></html>
            """;

    @Test
    void findsNothingWhereNothingIs(Browsers browsers) {
        Axe.findsNothing(showing(browsers, "<p>All is well.</p>"));
    }

    @Test
    void findsAPictureWithoutWords(Browsers browsers) {
        assertThatThrownBy(() -> Axe.findsNothing(showing(browsers, "<img src='door.png'>")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("image-alt")
                .hasMessageContaining("door.png");
    }

    @Test
    void findsPaleWordsByNightOnly(Browsers browsers) {
        Page page = showing(browsers, """
                <style>
                  @media (prefers-color-scheme: dark) { body { background: #000 } p { color: #222; transition: color 9s } }
                </style>
                <p>Who reads this?</p>
                """);
        assertThatThrownBy(() -> Axe.findsNothing(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at 390 px, DARK")
                .hasMessageContaining("color-contrast");
    }

    @Test
    void findsWhatOnlyADeskShows(Browsers browsers) {
        Page page = showing(browsers, """
                <style>@media (max-width: 700px) { input { display: none } }</style>
                <input type="text">
                """);
        assertThatThrownBy(() -> Axe.findsNothing(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at 1440 px, LIGHT")
                .hasMessageContaining("label");
    }

    private static Page showing(Browsers browsers, String content) {
        Page page = browsers.onAPhoneAt(URI.create("about:blank")).page();
        page.setContent(PAGE.formatted(content));
        return page;
    }
}
