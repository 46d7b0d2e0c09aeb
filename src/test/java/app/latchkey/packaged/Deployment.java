package app.latchkey.packaged;

import app.latchkey.product.FreePort;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import sandbox.SandboxSettings;
import sandbox.partners.Partners;

/**
 * Where the jar runs: its partners, its database and the address that people and webhooks know.
 *
 * @param settings what is set besides, named as environment variables
 */
record Deployment(Partners partners, String jdbcUrl, URI publicUrl, Map<String, String> settings) {

    Deployment(Partners partners, String jdbcUrl, URI publicUrl) {
        this(partners, jdbcUrl, publicUrl, Map.of());
    }

    /** The same, reaching its database at another port. */
    Deployment withDatabaseAt(int port) {
        return new Deployment(partners, jdbcUrl.replaceFirst(":\\d+/", ":" + port + "/"), publicUrl, settings);
    }

    /** The same, where a space waits less long for another node after the death of its own. */
    Deployment withShortLeases() {
        return new Deployment(partners, jdbcUrl, publicUrl, Map.of("LATCHKEY_SYNC_LEASE", "10s"));
    }

    /** A process at the public address, up when this returns. */
    JarProcess start() {
        return startAt(publicUrl);
    }

    /** As {@link #start}, of the jar as it is. */
    JarProcess startTheJar() {
        return upAt(publicUrl, JarProcess.ofTheJar(environment(publicUrl)));
    }

    /** A further node, at an address of its own. */
    JarProcess startAt(URI url) {
        return upAt(url, JarProcess.start(environment(url)));
    }

    /** As {@link #startAt}, with a program of the tests as main class. */
    JarProcess startAt(URI url, Class<?> program) {
        return upAt(url, JarProcess.start(environment(url), program));
    }

    private static JarProcess upAt(URI url, JarProcess process) {
        process.awaitAnswer(url.resolve("/sign-in"));
        return process;
    }

    /** What a process at this address is told. */
    Map<String, String> environment(URI url) {
        Map<String, String> environment = new HashMap<>();
        SandboxSettings.of(partners, jdbcUrl, publicUrl.toString())
                .forEach((property, value) -> environment.put(variable(property), value.toString()));
        environment.put("SERVER_PORT", Integer.toString(url.getPort()));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(FreePort.find()));
        environment.putAll(settings);
        return environment;
    }

    /** The environment variable that sets a property. */
    static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
