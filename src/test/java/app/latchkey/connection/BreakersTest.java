package app.latchkey.connection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One space's trouble is its own; a host is away when several have it. */
class BreakersTest {

    private static final URI HOST = URI.create("https://partner.example/api");
    private static final PartnerFailure SILENT =
            PartnerFailure.of(Partner.SALTO, PartnerFailure.Category.SILENT, "Salto did not answer.");

    private final Breakers breakers = new Breakers();

    @Test
    void asksForTheOthersWhateverHappensToOne() {
        IntStream.range(0, 100).forEach(call -> fails("salto bad"));
        assertThatThrownBy(() -> breakers.beforeCalling(request("salto bad"))).isInstanceOf(PartnerFailure.class);
        assertThatCode(() -> breakers.beforeCalling(request("salto good"))).doesNotThrowAnyException();
    }

    @Test
    void asksForNobodyWhenItFailsForSeveral() {
        IntStream.range(0, 12).forEach(call -> fails("salto " + call % 3));
        assertThatThrownBy(() -> breakers.beforeCalling(request("salto good"))).isInstanceOf(PartnerFailure.class);
    }

    private void fails(String credential) {
        try {
            breakers.beforeCalling(request(credential));
        } catch (PartnerFailure resting) {
            return;
        }
        breakers.failed(request(credential), SILENT);
    }

    private static PartnerRequest request(String credential) {
        return PartnerRequest.get(Partner.SALTO, credential, HOST);
    }
}
