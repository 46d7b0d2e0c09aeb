package app.latchkey.connection;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import sandbox.SandboxSettings;
import sandbox.partners.Partners;

/** Both simulated partners, a database, and one or more nodes of the product's partner side. */
public final class PartnerWorld implements AutoCloseable {

    /** One running product, as far as it speaks with partners. */
    public static final class Node {

        private final AnnotationConfigApplicationContext context;
        private final List<ConnectionDied> deaths = new CopyOnWriteArrayList<>();

        private Node(AnnotationConfigApplicationContext context) {
            this.context = context;
            context.addApplicationListener((ApplicationListener<ApplicationEvent>) event -> {
                if (event instanceof PayloadApplicationEvent<?> payload
                        && payload.getPayload() instanceof ConnectionDied died) {
                    deaths.add(died);
                }
            });
        }

        public <T> T get(Class<T> type) {
            return context.getBean(type);
        }

        public Scopes scopes() {
            return get(Scopes.class);
        }

        /** Connections that died, as this node heard. */
        public List<ConnectionDied> deaths() {
            return deaths;
        }
    }

    private final Partners partners;
    private final TestDatabase database = TestDatabase.fresh();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();

    private PartnerWorld(Partners partners) {
        this.partners = partners;
    }

    public static PartnerWorld prepared() {
        return new PartnerWorld(Partners.start());
    }

    public Partners partners() {
        return partners;
    }

    public Node node() {
        return node(Map.of());
    }

    /** Another node on the same database. */
    public Node node(Map<String, Object> more) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        Map<String, Object> settings = SandboxSettings.of(partners, database.jdbcUrl(), "https://latchkey.example");
        settings.putAll(more);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(Clock.class, partners::clock);
        context.registerBean(DataSource.class, database::dataSource);
        context.scan("app.latchkey.space", "app.latchkey.connection", "app.latchkey.salto", "app.latchkey.nexudus");
        Node node = new Node(context);
        context.refresh();
        nodes.add(node);
        return node;
    }

    public static SpaceId aSpace() {
        return new SpaceId(UUID.randomUUID());
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.context.close());
        partners.close();
    }
}
