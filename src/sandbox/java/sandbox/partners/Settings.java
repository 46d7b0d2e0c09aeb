package sandbox.partners;

import java.util.Optional;

/** The sandbox's settings: system properties. An empty one, or one that Maven could not fill in, counts as absent. */
public final class Settings {
    private Settings() {}

    public static Optional<String> find(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.startsWith("${"));
    }

    public static int port(String name, int otherwise) {
        return find(name).map(Integer::parseInt).orElse(otherwise);
    }
}
