package app.latchkey.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** Nexudus sends the browser of whoever installs our app to us: nothing that grants anything stays in an address. */
@WithProduct
class InstallCallbackIT {

    private final RunningProduct product;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    InstallCallbackIT(RunningProduct product) {
        this.product = product;
    }

    private HttpResponse<Void> visit(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void sendsTheBrowserOnToAnAddressThatSaysNothing() throws Exception {
        URI install = product.partners()
                .nexudus()
                .marketplace()
                .install(URI.create(product.at("/connect/nexudus/install")), PreparedWorld.ANA);
        HttpResponse<Void> answer = visit(install);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/connect/nexudus/app");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void saysNoMoreWhereTheLinkIsWrong() throws Exception {
        HttpResponse<Void> answer = visit(URI.create(product.at("/connect/nexudus/install?a=1&t=%00&d=3&h=4&b=5&e=6")));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/connect/nexudus/app");
    }
}
