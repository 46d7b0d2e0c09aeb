package sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import sandbox.nexudus.Marketplace;
import sandbox.partners.Partners;
import sandbox.postgres.EmbeddedDatabase;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** The settings that a deployment would make, for a product that runs against a sandbox. */
public final class SandboxSettings {
    /** A key for data that nobody has to keep secret. */
    public static final String ENCRYPTION_KEY = "sandbox:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private SandboxSettings() {}

    /** As Spring properties; {@code jdbcUrl} names the database to use. */
    public static Map<String, Object> of(Partners partners, String jdbcUrl, String publicUrl) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", jdbcUrl);
        settings.put("spring.datasource.username", EmbeddedDatabase.APP);
        settings.put("spring.datasource.password", EmbeddedDatabase.APP_PASSWORD);
        settings.put("latchkey.owner.username", EmbeddedDatabase.OWNER);
        settings.put("latchkey.owner.password", EmbeddedDatabase.OWNER_PASSWORD);
        settings.put("latchkey.public-url", publicUrl);
        settings.put("latchkey.salto.api-url", partners.saltoApiUrl().toString());
        settings.put("latchkey.salto.identity-url", partners.saltoIdentityUrl().toString());
        settings.put("latchkey.salto.client-id", Salto.CLIENT_ID);
        settings.put("latchkey.salto.client-secret", Salto.CLIENT_SECRET);
        settings.put("latchkey.nexudus.url", partners.nexudusUrl().toString());
        settings.put("latchkey.nexudus.app-key", Marketplace.APP_KEY);
        settings.put("latchkey.nexudus.app-secret", Marketplace.APP_SECRET);
        settings.put("latchkey.encryption-keys", ENCRYPTION_KEY);
        // The simulated partners stand more than the real ones, and nobody wants to wait for them.
        settings.put("latchkey.nexudus.limits", "6000/1m");
        settings.put("latchkey.nexudus.write-limits", "6000/1m");
        settings.put("latchkey.salto.limits", "6000/1m");
        settings.put("latchkey.salto.login", "both");
        settings.put("latchkey.salto.tags", "on");
        settings.put("latchkey.staff", PreparedWorld.STAFF);
        settings.put("spring.mail.host", partners.inbox().host());
        settings.put("spring.mail.port", partners.inbox().port());
        return settings;
    }

    /** What a deployment sets besides that listens to Salto's event streams. */
    public static Map<String, Object> stream(Partners partners) {
        return Map.of("latchkey.salto.stream-url", partners.saltoStreamUrl().toString());
    }
}
