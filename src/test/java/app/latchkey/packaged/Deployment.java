package app.latchkey.packaged;

import app.latchkey.product.FreePort;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import sandbox.SandboxSettings;
import sandbox.partners.Partners;

/** Where the jar runs: its partners, its database and the address that people and webhooks know. */
record Deployment(Partners partners, String jdbcUrl, URI publicUrl) {

    /** The same, reaching its database at another port. */
    Deployment withDatabaseAt(int port) {
        return new Deployment(partners, jdbcUrl.replaceFirst(":\\d+/", ":" + port + "/"), publicUrl);
    }

    /** A process at the public address, up when this returns. */
    JarProcess start() {
        return startAt(publicUrl);
    }

    /** A further node, at an address of its own. */
    JarProcess startAt(URI url) {
        JarProcess process = JarProcess.start(environment(url));
        process.awaitAnswer(url.resolve("/sign-in"));
        return process;
    }

    /** A process at the public address with some settings of its own, named as environment variables. */
    JarProcess startWith(Map<String, String> settings) {
        Map<String, String> environment = environment(publicUrl);
        environment.putAll(settings);
        JarProcess process = JarProcess.start(environment);
        process.awaitAnswer(publicUrl.resolve("/sign-in"));
        return process;
    }

    /** As {@link #startAt}, with a program of the tests as main class. */
    JarProcess startAt(URI url, Class<?> program) {
        JarProcess process = JarProcess.start(environment(url), program);
        process.awaitAnswer(url.resolve("/sign-in"));
        return process;
    }

    private Map<String, String> environment(URI url) {
        Map<String, String> environment = new HashMap<>();
        SandboxSettings.of(partners, jdbcUrl, publicUrl.toString())
                .forEach((property, value) -> environment.put(variable(property), value.toString()));
        environment.put("SERVER_PORT", Integer.toString(url.getPort()));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(FreePort.find()));
        return environment;
    }

    /** The environment variable that sets a property. */
    static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
