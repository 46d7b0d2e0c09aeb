package app.latchkey.space;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** The settings that a deployment makes, as the product itself counts them. Named as Spring properties. */
public final class TestSettings {

    /** A value that suits no setting which wants a certain shape. */
    public static final String MALFORMED = "no good";

    private TestSettings() {}

    /** Those for which we have no default. */
    public static List<String> required() {
        Properties defaults = defaults();
        return all().map(Setting::property)
                .filter(property -> !defaults.containsKey(property))
                .toList();
    }

    /** Those whose value can be malformed. */
    public static List<String> shaped() {
        return all().filter(setting -> setting.complaintAbout(MALFORMED).isPresent())
                .map(Setting::property)
                .toList();
    }

    private static Stream<Setting> all() {
        return Arrays.stream(Setting.values());
    }

    private static Properties defaults() {
        try (InputStream file =
                Objects.requireNonNull(TestSettings.class.getResourceAsStream("/application.properties"))) {
            Properties defaults = new Properties();
            defaults.load(file);
            return defaults;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
