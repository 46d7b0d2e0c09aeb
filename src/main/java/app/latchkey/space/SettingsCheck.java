package app.latchkey.space;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Looks at every setting before anything is made, so that one start names all that is missing or malformed. */
public class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

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
        return Stream.concat(needed, assumed).flatMap(Optional::stream).toList();
    }
}
