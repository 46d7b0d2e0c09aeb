package app.latchkey.nexudus;

import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The same on a real location, by reading only. In the environment: {@code CONTRACT_NEXUDUS_USER}, {@code CONTRACT_NEXUDUS_PASSWORD},
 * {@code CONTRACT_NEXUDUS_LOCATION}, the location's name, and where it is not the usual one {@code LATCHKEY_NEXUDUS_URL}.
 */
@EnabledIfEnvironmentVariable(named = "CONTRACT_NEXUDUS_USER", matches = ".+")
class NexudusAccountIT extends NexudusReads {

    @Override
    PartnerWorld.Node node(PartnerWorld world) {
        return world.node(
                Map.of("latchkey.nexudus.url", api().toString(), "latchkey.nexudus.limits", "10/100ms,100/1m,4000/1h"));
    }

    @Override
    URI api() {
        return URI.create(setting("LATCHKEY_NEXUDUS_URL").orElse("https://spaces.nexudus.com"));
    }

    @Override
    String connect(PartnerWorld.Node node) {
        node.get(Nexudus.class)
                .connect(
                        space,
                        setting("CONTRACT_NEXUDUS_USER").orElseThrow(),
                        Secret.of(setting("CONTRACT_NEXUDUS_PASSWORD").orElseThrow()),
                        Optional.empty());
        return setting("CONTRACT_NEXUDUS_LOCATION").orElseThrow();
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name));
    }
}
