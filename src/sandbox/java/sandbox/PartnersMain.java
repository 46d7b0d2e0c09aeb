package sandbox;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import sandbox.http.Fields;
import sandbox.http.Json;
import sandbox.http.PortBusy;
import sandbox.partners.Partners;
import sandbox.partners.Ports;
import sandbox.partners.Settings;
import sandbox.salto.Salto;

/**
 * The simulated partners alone in their own process: prints one line {@code partners ready {…}} with all addresses when
 * they are up, and runs until it is ended.
 *
 * <p>{@code -Dsandbox.random=true} takes any free ports, {@code -Dsandbox.keep=DIR} keeps the world. The console's
 * {@code POST /control/{name}} drives it from outside.
 */
public final class PartnersMain {
    private PartnersMain() {}

    static void main() throws InterruptedException {
        Partners partners = startOrExit();
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            partners.close();
            end.countDown();
        }));
        System.out.println("partners ready " + Json.write(addresses(partners)));
        end.await();
    }

    private static Partners startOrExit() {
        try {
            Ports ports = Boolean.getBoolean("sandbox.random") ? Ports.random() : Ports.fromSettings();
            Partners.Builder builder = Partners.builder().ports(ports);
            Settings.find("sandbox.keep").map(Path::of).ifPresent(builder::keep);
            return builder.start();
        } catch (PortBusy e) {
            System.err.println(e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    static Fields addresses(Partners partners) {
        return Fields.of(
                "console", partners.consoleUrl(),
                "salto_api", partners.saltoApiUrl(),
                "salto_identity", partners.saltoIdentityUrl(),
                "salto_stream", partners.saltoStreamUrl(),
                "salto_client_id", Salto.CLIENT_ID,
                "salto_client_secret", Salto.CLIENT_SECRET,
                "nexudus", partners.nexudusUrl(),
                "smtp_host", partners.inbox().host(),
                "smtp_port", partners.inbox().port());
    }
}
