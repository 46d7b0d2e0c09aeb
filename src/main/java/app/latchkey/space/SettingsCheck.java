package app.latchkey.space;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Looks at every setting before anything is made, so that one start names all that is missing or malformed. */
public class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String APP_KEY = "latchkey.nexudus.app-key";
    static final String APP_SECRET = "latchkey.nexudus.app-secret";
    static final String STREAM_URL = "latchkey.salto.stream-url";
    static final String ALERT_AFTER = "latchkey.alert.after";

    /** Less than the minute between two looks cannot be kept. */
    private static final Duration SHORTEST_ALERT = Duration.ofMinutes(1);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> complaints = complaints(context.getEnvironment());
        if (!complaints.isEmpty()) {
            throw new SettingsWrong(complaints);
        }
    }

    static List<String> complaints(Environment environment) {
        Stream<Optional<String>> needed = Arrays.stream(Setting.values())
                .map(setting -> setting.complaintAbout(environment.getProperty(setting.property())));
        Stream<Optional<String>> assumed = Arrays.stream(Assumption.values())
                .map(each -> each.complaintAbout(environment.getProperty(each.property())));
        return Stream.of(
                        needed,
                        assumed,
                        Stream.of(halfAnApp(environment), streamUrl(environment), alertAfter(environment)))
                .flatMap(complaints -> complaints)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> halfAnApp(Environment environment) {
        boolean key = environment.getProperty(APP_KEY, "").isBlank();
        boolean secret = environment.getProperty(APP_SECRET, "").isBlank();
        return key == secret
                ? Optional.empty()
                : Optional.of("LATCHKEY_NEXUDUS_APP_KEY and LATCHKEY_NEXUDUS_APP_SECRET must be given together");
    }

    private static Optional<String> streamUrl(Environment environment) {
        String url = environment.getProperty(STREAM_URL, "").strip();
        return url.isEmpty()
                ? Optional.empty()
                : Setting.webAddress(url).map(wrong -> "LATCHKEY_SALTO_STREAM_URL " + wrong);
    }

    private static Optional<String> alertAfter(Environment environment) {
        String length = environment.getProperty(ALERT_AFTER, "").strip();
        return length.isEmpty() || isLongEnough(length)
                ? Optional.empty()
                : Optional.of("LATCHKEY_ALERT_AFTER must be a length of time from one minute, such as 15m");
    }

    private static boolean isLongEnough(String length) {
        try {
            return DurationStyle.detectAndParse(length).compareTo(SHORTEST_ALERT) >= 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
