package sandbox.nexudus;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sandbox.http.Request.Login;

/** This Nexudus's marketplace, in which one app stands. An installed app acts as whoever installed it. */
public final class Marketplace {

    public static final String APP_KEY = "5b1f0f3e-66a4-4f0e-9f0c-5b0f6f4b7c11";
    public static final String APP_SECRET = "the-app-of-the-sandbox";

    private final NexudusState state;
    private final Clock clock;

    Marketplace(NexudusState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /** Somebody installs the app: where Nexudus sends their browser to. */
    public URI install(URI address, String user) {
        return install(
                address, user, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** As {@link #install(URI, String)}, with the time as it is written into the address. */
    public URI install(URI address, String user, String time) {
        String token = UUID.randomUUID().toString();
        synchronized (state) {
            state.installs.put(token, user);
        }
        String signed = Stream.of(token, APP_KEY, time).sorted().collect(Collectors.joining("|"));
        return URI.create("%s?a=%s&t=%s&d=%s&h=%s&b=%s&e=%s"
                .formatted(
                        address,
                        APP_KEY,
                        token,
                        escaped(time),
                        md5(signed + APP_SECRET),
                        "harbourhouse",
                        escaped(user)));
    }

    /** The app is taken out again, wherever it was installed. */
    public void uninstall() {
        synchronized (state) {
            state.installs.clear();
        }
    }

    Optional<String> user(Login login) {
        return state.installs.entrySet().stream()
                .filter(install ->
                        login.name().equals(APP_KEY) && login.password().equals(md5(install.getKey() + APP_SECRET)))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
