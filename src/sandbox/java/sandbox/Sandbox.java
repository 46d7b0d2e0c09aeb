package sandbox;

import app.latchkey.LatchkeyApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import sandbox.http.PortBusy;
import sandbox.partners.Partners;
import sandbox.partners.Ports;
import sandbox.partners.Settings;
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
        } catch (RuntimeException e) {
            busyPort(e).ifPresentOrElse(System.err::println, e::printStackTrace);
            // The partners' threads would keep a sandbox alive that has no product.
            System.exit(1);
        }
    }

    /** The sentence for a port that is taken, when that is why the start failed. */
    private static Optional<String> busyPort(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> Optional.empty();
            case PortBusy busy -> Optional.of(String.valueOf(busy.getMessage()));
            case PortInUseException taken ->
                busyPort(new PortBusy("Latchkey", taken.getPort(), setting(taken.getPort())));
            case Throwable other -> busyPort(other.getCause());
        };
    }

    private static String setting(int port) {
        return port == productPort() ? "SERVER_PORT" : "MANAGEMENT_SERVER_PORT";
    }

    private void start(String[] args) {
        Optional<Path> keep = Settings.find("sandbox.keep").map(Path::of);
        Partners partners = partners(keep);
        EmbeddedDatabase database = running(keep.map(EmbeddedDatabase::keptIn).orElseGet(EmbeddedDatabase::start));
        URI product = URI.create("http://localhost:" + productPort());
        Map<String, Object> settings = SandboxSettings.of(partners, database.jdbcUrl(), product.toString());
        settings.putAll(SandboxSettings.stream(partners));
        partners.productIsAt(product);
        ConfigurableApplicationContext context = running(product(partners).run(arguments(settings, args)));
        prepare(context, partners, product);
        System.out.printf(
                "%n  Latchkey     %s%n  Sandbox      %s   (both partners, the clock, the inbox)%n%n",
                Optional.ofNullable(context.getEnvironment().getProperty("latchkey.public-url"))
                        .orElse(""),
                partners.consoleUrl());
    }

    /** Without it everything still works; only the space that is ready at once is missing, which is said. */
    private static void prepare(ConfigurableApplicationContext context, Partners partners, URI product) {
        try {
            new LiveSpace(context, partners, product).setUp();
        } catch (IOException | IllegalStateException e) {
            System.err.println("The prepared space is missing: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the database: a busy port is said at once. */
    private Partners partners(Optional<Path> keep) {
        Partners.Builder builder =
                Partners.builder().ports(Ports.fromSettings()).readyDelay(Duration.ofSeconds(3));
        keep.ifPresent(builder::keep);
        return running(builder.start());
    }

    private static SpringApplicationBuilder product(Partners partners) {
        return new SpringApplicationBuilder(LatchkeyApplication.class, SandboxProduct.class)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("partners", partners));
    }

    /** As arguments, because they win over the product's own defaults; what was typed comes last and wins over them. */
    private static String[] arguments(Map<String, Object> settings, String[] typed) {
        Stream<String> ours = settings.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue());
        return Stream.concat(ours, Stream.of(typed)).toArray(String[]::new);
    }

    private static int productPort() {
        return Optional.ofNullable(System.getenv("SERVER_PORT"))
                .map(Integer::parseInt)
                .orElse(PRODUCT_PORT);
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
