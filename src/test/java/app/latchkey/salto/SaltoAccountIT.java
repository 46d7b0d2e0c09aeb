package app.latchkey.salto;

import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The same on a real site, by reading only. In the environment: {@code LATCHKEY_SALTO_API_URL}, {@code LATCHKEY_SALTO_IDENTITY_URL},
 * {@code LATCHKEY_SALTO_CLIENT_ID} and {@code LATCHKEY_SALTO_CLIENT_SECRET} as in a deployment, and a site administrator made for it in
 * {@code CONTRACT_SALTO_USER}, {@code CONTRACT_SALTO_PASSWORD} and {@code CONTRACT_SALTO_SITE}, the site's name or id.
 */
@EnabledIfEnvironmentVariable(named = "CONTRACT_SALTO_USER", matches = ".+")
class SaltoAccountIT extends SaltoReads {

    @Override
    PartnerWorld.Node node(PartnerWorld world) {
        return world.node(Map.of(
                "latchkey.salto.api-url", api().toString(),
                "latchkey.salto.identity-url", setting("LATCHKEY_SALTO_IDENTITY_URL"),
                "latchkey.salto.client-id", setting("LATCHKEY_SALTO_CLIENT_ID"),
                "latchkey.salto.client-secret", setting("LATCHKEY_SALTO_CLIENT_SECRET"),
                "latchkey.salto.limits", "5/1s,300/1m"));
    }

    @Override
    URI api() {
        return URI.create(setting("LATCHKEY_SALTO_API_URL"));
    }

    @Override
    String connect(PartnerWorld.Node node) {
        node.get(SaltoKs.class)
                .signIn(space, setting("CONTRACT_SALTO_USER"), Secret.of(setting("CONTRACT_SALTO_PASSWORD")));
        return setting("CONTRACT_SALTO_SITE");
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException(name + " is missing"));
    }
}
