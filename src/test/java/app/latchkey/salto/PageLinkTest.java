package app.latchkey.salto;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinkTest {

    private static final URI API = URI.create("https://connect.example:8443");
    private static final URI PAGE = URI.create("https://connect.example:8443/v1.2/sites?$top=100");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://connect.example:8443/v1.2/sites?$skip=100",
                "HTTPS://Connect.Example:8443/v1.2/sites?$skip=100",
                "/v1.2/sites?$skip=100",
                "v1.2/sites?$skip=100",
                "?$skip=100"
            })
    void goesOnAtSalto(String link) {
        assertThat(PageLink.at(API, PAGE, link))
                .hasValueSatisfying(next -> assertThat(next)
                        .hasHost(next.getHost())
                        .hasPort(8443)
                        .hasPath("/v1.2/sites")
                        .hasQuery("$skip=100"));
    }

    @Test
    void readsLinksWithBlanksAndQuotes() {
        assertThat(PageLink.at(API, PAGE, "/users?$filter=user/email eq 'ana@harbour.example'"))
                .contains(URI.create(
                        "https://connect.example:8443/users?$filter=user/email%20eq%20%27ana@harbour.example%27"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://connect.example:8443/v1.2/sites",
                "https://connect.example/v1.2/sites",
                "https://connect.example:8444/v1.2/sites",
                "https://connect.example:8443@elsewhere.example/",
                "https://ana:secret@connect.example:8443/",
                "https://connect.example.:8443/",
                "https://connect.example:8443.elsewhere.example/",
                "//elsewhere.example:8443/",
                "https:connect.example:8443/",
                "https:///v1.2/sites",
                "mailto:ana@connect.example",
                "/\\elsewhere.example/",
                "https://[::1",
                "/v1.2/sites?$skip=\uD83D"
            })
    void goesNowhereElse(String link) {
        assertThat(PageLink.at(API, PAGE, link)).isEmpty();
    }
}
