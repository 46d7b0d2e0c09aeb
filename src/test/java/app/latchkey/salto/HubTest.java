package app.latchkey.salto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubTest {

    private static final Hub HUB =
            new Hub(URI.create("https://stream.example/v1/hub/entries?site_id=17"), Secret.of("ours"));

    @Test
    void isNegotiatedWithBelowItsPath() {
        assertThat(HUB.negotiation())
                .hasToString("https://stream.example/v1/hub/entries/negotiate?site_id=17&negotiateVersion=1");
        assertThat(new Hub(URI.create("http://localhost:80/hub"), Secret.of("ours")).negotiation())
                .hasToString("http://localhost:80/hub/negotiate?negotiateVersion=1");
    }

    @Test
    void opensItsSocketWithTheConnectionThatWasNegotiated() {
        assertThat(HUB.socket("a+b&c")).hasToString("wss://stream.example/v1/hub/entries?site_id=17&id=a%2Bb%26c");
        assertThat(new Hub(URI.create("http://localhost:80/hub"), Secret.of("ours")).socket("1"))
                .hasToString("ws://localhost:80/hub?id=1");
    }

    @Test
    void sendsOnWithTheTokenOfWhereItSendsTo() {
        Hub other = HUB.sentOnTo("https://service.example/client/?hub=entries", "theirs");
        assertThat(other.address()).hasToString("https://service.example/client/?hub=entries");
        assertThat(other.token()).isEqualTo(Secret.of("theirs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://service.example/", "file:///etc/passwd", "/elsewhere", "no address", "ws://x/"})
    void sendsNobodyToWhereALineIsLessSafe(String address) {
        assertThatThrownBy(() -> HUB.sentOnTo(address, "theirs")).isInstanceOf(PartnerFailure.class);
    }
}
