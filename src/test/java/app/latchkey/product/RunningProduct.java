package app.latchkey.product;

import app.latchkey.LatchkeyApplication;
import app.latchkey.space.TestDatabase;
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
public final class RunningProduct implements AutoCloseable {

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

    public static RunningProduct start() {
        return start(Partners.builder());
    }

    /** Beside the prepared world there are so many like houses. */
    public static RunningProduct withTerrace(int houses) {
        return start(Partners.builder().terrace(houses));
    }

    private static RunningProduct start(Partners.Builder world) {
        Partners partners = world.readyDelay(Duration.ZERO).start();
        TestDatabase database = TestDatabase.fresh();
        URI url = URI.create("http://localhost:" + FreePort.find());
        partners.productIsAt(url);
        return new RunningProduct(partners, database, node(partners, database, url, url.getPort()), url);
    }

    /** A second node, to be closed by whoever asked for it. Webhooks and visitors go on coming to the first. */
    public ConfigurableApplicationContext anotherNode() {
        return node(partners, database, url, FreePort.find());
    }

    private static ConfigurableApplicationContext node(Partners partners, TestDatabase database, URI url, int port) {
        return new SpringApplicationBuilder(LatchkeyApplication.class, SandboxProduct.class)
                .registerShutdownHook(false)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("partners", partners))
                .run(arguments(SandboxSettings.of(partners, database.jdbcUrl(), url.toString()), port));
    }

    private static String[] arguments(Map<String, Object> settings, int port) {
        Stream<String> given = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue());
        List<String> ours =
                List.of("--server.port=" + port, "--management.server.port=0", "--spring.jmx.enabled=false");
        return Stream.concat(given, ours.stream()).toArray(String[]::new);
    }

    public Partners partners() {
        return partners;
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public String at(String path) {
        return url + path;
    }

    @Override
    public void close() {
        context.close();
        partners.close();
    }
}
