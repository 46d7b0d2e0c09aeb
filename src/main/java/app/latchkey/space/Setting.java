package app.latchkey.space;

import app.latchkey.shared.EmailAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings without which Latchkey does not start, the ports with a default of ours, and what a good value looks like. */
enum Setting {
    DATASOURCE_URL("spring.datasource.url", "SPRING_DATASOURCE_URL", Setting::jdbcUrl),
    DATASOURCE_USERNAME("spring.datasource.username", "SPRING_DATASOURCE_USERNAME", Setting::anyText),
    DATASOURCE_PASSWORD("spring.datasource.password", "SPRING_DATASOURCE_PASSWORD", Setting::anyText),
    OWNER_USERNAME("latchkey.owner.username", "LATCHKEY_OWNER_USERNAME", Setting::anyText),
    OWNER_PASSWORD("latchkey.owner.password", "LATCHKEY_OWNER_PASSWORD", Setting::anyText),
    PUBLIC_URL("latchkey.public-url", "LATCHKEY_PUBLIC_URL", Setting::host),
    SALTO_API_URL("latchkey.salto.api-url", "LATCHKEY_SALTO_API_URL", Setting::webAddress),
    SALTO_IDENTITY_URL("latchkey.salto.identity-url", "LATCHKEY_SALTO_IDENTITY_URL", Setting::webAddress),
    SALTO_CLIENT_ID("latchkey.salto.client-id", "LATCHKEY_SALTO_CLIENT_ID", Setting::anyText),
    SALTO_CLIENT_SECRET("latchkey.salto.client-secret", "LATCHKEY_SALTO_CLIENT_SECRET", Setting::anyText),
    NEXUDUS_URL("latchkey.nexudus.url", "LATCHKEY_NEXUDUS_URL", Setting::webAddress),
    ENCRYPTION_KEYS("latchkey.encryption-keys", "LATCHKEY_ENCRYPTION_KEYS", Setting::keys),
    STAFF("latchkey.staff", "LATCHKEY_STAFF", Setting::addresses),
    MAIL_HOST("spring.mail.host", "SPRING_MAIL_HOST", Setting::anyText),
    MAIL_PORT("spring.mail.port", "SPRING_MAIL_PORT", Setting::port),
    SERVER_PORT("server.port", "SERVER_PORT", Setting::port),
    MANAGEMENT_PORT("management.server.port", "MANAGEMENT_SERVER_PORT", Setting::port);

    private static final int KEY_BYTES = 32;
    private static final int PORTS = 65_536;

    private final String property;
    private final String variable;
    private final Function<String, Optional<String>> complaint;

    Setting(String property, String variable, Function<String, Optional<String>> complaint) {
        this.property = property;
        this.variable = variable;
        this.complaint = complaint;
    }

    String property() {
        return property;
    }

    /** What is wrong with the value, naming the variable and the cure, never the value: it may be a secret. */
    Optional<String> complaintAbout(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.of(variable + " is missing");
        }
        return complaint.apply(value.strip()).map(wrong -> variable + " " + wrong);
    }

    static Stream<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static Optional<String> anyText(String value) {
        return Optional.empty();
    }

    private static Optional<String> jdbcUrl(String value) {
        return value.startsWith("jdbc:postgresql:")
                ? Optional.empty()
                : Optional.of("must begin with jdbc:postgresql:, such as jdbc:postgresql://db:5432/latchkey");
    }

    private static Optional<String> port(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) < PORTS
                ? Optional.empty()
                : Optional.of("must be the number of a port, such as 8080");
    }

    static Optional<String> webAddress(String value) {
        try {
            URI address = URI.create(value);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null ? Optional.empty() : notAnAddress();
        } catch (IllegalArgumentException malformed) {
            return notAnAddress();
        }
    }

    /** Our pages lie at its root. */
    private static Optional<String> host(String value) {
        return webAddress(value).or(() -> {
            URI address = URI.create(value);
            boolean bare = address.getRawPath().matches("/?")
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return bare
                    ? Optional.empty()
                    : Optional.of("must be an address without a path, such as https://doors.example.com");
        });
    }

    private static Optional<String> notAnAddress() {
        return Optional.of("must be a web address with its scheme, such as https://doors.example.com");
    }

    private static Optional<String> keys(String value) {
        return list(value).allMatch(Setting::isKey) && list(value).findAny().isPresent()
                ? Optional.empty()
                : Optional.of("must be keys written id:base64 of 32 bytes, newest first, with commas between");
    }

    private static boolean isKey(String key) {
        int colon = key.indexOf(':');
        try {
            return colon > 0 && Base64.getDecoder().decode(key.substring(colon + 1)).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static Optional<String> addresses(String value) {
        return list(value).allMatch(address -> EmailAddress.parse(address).isPresent())
                ? Optional.empty()
                : Optional.of("must be e-mail addresses with commas between");
    }
}
