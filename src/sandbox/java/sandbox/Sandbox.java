package sandbox;

import app.latchkey.LatchkeyApplication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import sandbox.http.PortBusy;
import sandbox.partners.Partners;
import sandbox.partners.Ports;
import sandbox.postgres.EmbeddedDatabase;

/**
 * Runs Latchkey on this machine without any real door: a PostgreSQL of its own, both partners simulated, a prepared
 * space and people. {@code -Dsandbox.keep=DIR} keeps database and partner world; otherwise both are fresh.
 */
public final class Sandbox {
    private static final int PRODUCT_PORT = 8080;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Sandbox() {}

    static void main(String[] args) {
        Sandbox sandbox = new Sandbox();
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::stop));
        try {
            sandbox.start(args);
        } catch (PortBusy e) {
            giveUp(String.valueOf(e.getMessage()));
        } catch (PortInUseException e) {
            giveUp(
                    "Port %d for Latchkey is already in use: stop what uses it, or choose another one with SERVER_PORT=PORT."
                            .formatted(e.getPort()));
        }
    }

    private static void giveUp(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }

    private void start(String[] args) {
        Optional<Path> keep =
                Optional.ofNullable(System.getProperty("sandbox.keep")).map(Path::of);
        Partners partners = partners(keep);
        EmbeddedDatabase database = running(keep.map(EmbeddedDatabase::keptIn).orElseGet(EmbeddedDatabase::start));
        URI product = URI.create("http://localhost:" + productPort());
        Map<String, Object> settings = SandboxSettings.of(partners, database.jdbcUrl(), product.toString());
        partners.productIsAt(product);
        ConfigurableApplicationContext context =
                running(product(partners, settings).run(args));
        System.out.printf(
                "%n  Latchkey     %s%n  Sandbox      %s   (both partners, the clock, the inbox)%n%n",
                Optional.ofNullable(context.getEnvironment().getProperty("latchkey.public-url"))
                        .orElse(""),
                partners.consoleUrl());
    }

    /** Before the database: a busy port is said at once. */
    private Partners partners(Optional<Path> keep) {
        Partners.Builder builder =
                Partners.builder().ports(Ports.fromSettings()).readyDelay(Duration.ofSeconds(3));
        keep.ifPresent(builder::keep);
        return running(builder.start());
    }

    private static SpringApplicationBuilder product(Partners partners, Map<String, Object> settings) {
        return new SpringApplicationBuilder(LatchkeyApplication.class, SandboxProduct.class)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("partners", partners))
                .properties(settings);
    }

    private static int productPort() {
        String configured =
                Optional.ofNullable(System.getProperty("server.port")).orElse(System.getenv("SERVER_PORT"));
        return configured == null ? PRODUCT_PORT : Integer.parseInt(configured);
    }

    private synchronized <T extends AutoCloseable> T running(T part) {
        running.push(part);
        return part;
    }

    /** The product first, then what it runs on. */
    private synchronized void stop() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println(e.getMessage());
            }
        }
    }
}
