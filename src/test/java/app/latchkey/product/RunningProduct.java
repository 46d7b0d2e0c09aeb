package app.latchkey.product;

import app.latchkey.LatchkeyApplication;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.space.TeamRole;
import app.latchkey.space.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.SandboxProduct;
import sandbox.SandboxSettings;
import sandbox.partners.Partners;

/** The whole product in this JVM, on a port of its own, with a database and both partners of its own. */
public final class RunningProduct implements AutoCloseable {

    private final Partners partners;
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final URI url;
    private final Map<String, Object> settings;

    private RunningProduct(Partners partners, Map<String, ?> more) {
        this.partners = partners;
        database = TestDatabase.fresh();
        url = URI.create("http://localhost:" + FreePort.find());
        partners.productIsAt(url);
        settings = SandboxSettings.of(partners, database.jdbcUrl(), url.toString());
        settings.putAll(more);
        context = node(url.getPort());
    }

    public static RunningProduct start() {
        return start(Map.of());
    }

    /** Where the deployment sets something of its own. */
    public static RunningProduct start(Map<String, String> settings) {
        return start(Partners.builder(), settings);
    }

    /** Beside the prepared world there are so many like houses. */
    public static RunningProduct withTerrace(int houses) {
        return withTerrace(houses, Map.of());
    }

    /** As {@link #withTerrace(int)}, where the deployment sets something of its own. */
    public static RunningProduct withTerrace(int houses, Map<String, String> settings) {
        return start(Partners.builder().terrace(houses), settings);
    }

    /** Listens to Salto's event streams as well. */
    public static RunningProduct hearing() {
        Partners partners = Partners.builder().readyDelay(Duration.ZERO).start();
        return new RunningProduct(partners, SandboxSettings.stream(partners));
    }

    private static RunningProduct start(Partners.Builder world, Map<String, String> settings) {
        return new RunningProduct(world.readyDelay(Duration.ZERO).start(), settings);
    }

    /** A second node, to be closed by whoever asked for it. Webhooks and visitors go on coming to the first. */
    public ConfigurableApplicationContext anotherNode() {
        return node(FreePort.find());
    }

    private ConfigurableApplicationContext node(int port) {
        return new SpringApplicationBuilder(LatchkeyApplication.class, SandboxProduct.class)
                .registerShutdownHook(false)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("partners", partners))
                .run(arguments(settings, port));
    }

    private static String[] arguments(Map<String, Object> settings, int port) {
        Stream<String> given = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue());
        List<String> ours = List.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--spring.jmx.enabled=false",
                // As many as are used, because most products live for seconds.
                "--spring.datasource.hikari.minimum-idle=2");
        return Stream.concat(given, ours.stream()).toArray(String[]::new);
    }

    public Partners partners() {
        return partners;
    }

    public TestDatabase database() {
        return database;
    }

    /** Somebody new in a space's team. */
    public AccountId join(SpaceId space, EmailAddress email, TeamRole role) {
        return bean(Scopes.class).inSystem(() -> {
            AccountId made = new AccountId(bean(JdbcClient.class)
                    .sql("insert into account (email_norm, created_at) values (?, now()) returning account_id")
                    .param(email.value())
                    .query(UUID.class)
                    .single());
            bean(Spaces.class).join(space, made, email, role);
            return made;
        });
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
