package app.latchkey.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that is left behind still asks for news under its old session, while the browser has just signed in under a new one. */
@WithProduct
class PushSessionIT {

    private static final String PUSH = "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=2f9e4a77-6a52-4e4f-8a6f-3f0a8b1c2d3e"
            + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5&X-Atmosphere-Transport=";

    private final RunningProduct product;

    PushSessionIT(RunningProduct product) {
        this.product = product;
    }

    @ParameterizedTest
    @ValueSource(strings = {"long-polling", "websocket", "streaming"})
    void askingForNewsUnderADeadSessionStartsNoOther(String transport) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(PUSH + transport, "latchkey=00000000000000000000000000000000");
        assertThat(answer.headers().allValues("Set-Cookie")).as(transport).isEmpty();
    }

    private HttpResponse<String> ask(String path, String cookie) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create(product.at(path)))
                            .header("Cookie", cookie)
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
