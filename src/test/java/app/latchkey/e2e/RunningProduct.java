package app.latchkey.e2e;

import app.latchkey.LatchkeyApplication;
import app.latchkey.space.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import sandbox.SandboxProduct;
import sandbox.SandboxSettings;
import sandbox.partners.Partners;

/** The whole product in this JVM, on a port of its own, with a database and both partners of its own. */
final class RunningProduct implements AutoCloseable {

    private final Partners partners;
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final URI url;

    private RunningProduct(Partners partners, TestDatabase database, ConfigurableApplicationContext context, URI url) {
        this.partners = partners;
        this.database = database;
        this.context = context;
        this.url = url;
    }

    static RunningProduct start() {
        Partners partners = Partners.builder().readyDelay(Duration.ZERO).start();
        TestDatabase database = TestDatabase.fresh();
        int port = freePort();
        URI url = URI.create("http://localhost:" + port);
        partners.productIsAt(url);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        LatchkeyApplication.class, SandboxProduct.class)
                .registerShutdownHook(false)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("partners", partners))
                .run(arguments(SandboxSettings.of(partners, database.jdbcUrl(), url.toString()), port));
        return new RunningProduct(partners, database, context, url);
    }

    private static String[] arguments(Map<String, Object> settings, int port) {
        Stream<String> given = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue());
        List<String> ours =
                List.of("--server.port=" + port, "--management.server.port=0", "--spring.jmx.enabled=false");
        return Stream.concat(given, ours.stream()).toArray(String[]::new);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    Partners partners() {
        return partners;
    }

    TestDatabase database() {
        return database;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI url() {
        return url;
    }

    String at(String path) {
        return url + path;
    }

    @Override
    public void close() {
        context.close();
        partners.close();
    }
}
