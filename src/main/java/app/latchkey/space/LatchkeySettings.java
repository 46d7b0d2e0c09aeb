package app.latchkey.space;

import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What a deployment decides, as environment variables or properties. All of it has been checked before the first bean is made, by
 * {@link SettingsCheck}.
 */
@Component
public class LatchkeySettings {

    private static final Duration ALERT_AFTER = Duration.ofMinutes(15);

    private final Environment environment;

    LatchkeySettings(Environment environment) {
        this.environment = environment;
    }

    /** Where people and Nexudus reach us, without a slash at the end. */
    public URI publicUrl() {
        return uri(Setting.PUBLIC_URL);
    }

    public URI saltoApiUrl() {
        return uri(Setting.SALTO_API_URL);
    }

    public URI saltoIdentityUrl() {
        return uri(Setting.SALTO_IDENTITY_URL);
    }

    /** Where Salto's event streams are; empty where this deployment listens to none. */
    public Optional<URI> saltoStreamUrl() {
        return Optional.of(environment.getProperty(SettingsCheck.STREAM_URL, "").strip())
                .filter(text -> !text.isEmpty())
                .map(LatchkeySettings::withoutSlash);
    }

    public String saltoClientId() {
        return text(Setting.SALTO_CLIENT_ID);
    }

    public Secret saltoClientSecret() {
        return Secret.of(text(Setting.SALTO_CLIENT_SECRET));
    }

    public URI nexudusUrl() {
        return uri(Setting.NEXUDUS_URL);
    }

    /** Where Salto's sign-in service gives out tokens. */
    public URI saltoTokenUrl() {
        return below(saltoIdentityUrl(), "/connect/token");
    }

    /** @param path with the slash it begins with, and with its query */
    public URI saltoApi(String path) {
        return below(saltoApiUrl(), path);
    }

    /** @param path behind {@code /api/}, with its query */
    public URI nexudusApi(String path) {
        return below(nexudusUrl(), "/api/" + path);
    }

    /** Empty where this deployment has no app in Nexudus's marketplace. */
    public Optional<NexudusApp> nexudusApp() {
        String key = environment.getProperty(SettingsCheck.APP_KEY, "").strip();
        String secret = environment.getProperty(SettingsCheck.APP_SECRET, "").strip();
        return key.isEmpty() ? Optional.empty() : Optional.of(new NexudusApp(key, Secret.of(secret)));
    }

    /** Each {@code id:base64 of 32 bytes}, newest first: the first encrypts, all decrypt. */
    public List<Secret> encryptionKeys() {
        return Setting.list(text(Setting.ENCRYPTION_KEYS)).map(Secret::of).toList();
    }

    /** Those who run the service. */
    public Set<EmailAddress> staff() {
        return Setting.list(text(Setting.STAFF)).map(EmailAddress::new).collect(Collectors.toUnmodifiableSet());
    }

    /** How long a space is behind before its operators and staff are told. */
    public Duration alertAfter() {
        String length = environment.getProperty(SettingsCheck.ALERT_AFTER, "").strip();
        return length.isEmpty() ? ALERT_AFTER : DurationStyle.detectAndParse(length);
    }

    /** How this deployment takes what a partner does not document. */
    public String assumed(Assumption assumption) {
        String value = environment.getProperty(assumption.property(), "").strip();
        return value.isEmpty() ? assumption.otherwise() : value;
    }

    /** Of several with commas between. */
    public List<String> assumedList(Assumption assumption) {
        return Setting.list(assumed(assumption)).distinct().toList();
    }

    public int assumedNumber(Assumption assumption) {
        return Integer.parseInt(assumed(assumption));
    }

    private URI uri(Setting setting) {
        return withoutSlash(text(setting));
    }

    /** A partner's address may have a path, which is lost where another is resolved against it. */
    private static URI below(URI base, String path) {
        return URI.create(base + path);
    }

    private static URI withoutSlash(String text) {
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private String text(Setting setting) {
        return environment.getRequiredProperty(setting.property()).strip();
    }
}
