package app.latchkey.nexudus;

import app.latchkey.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A login that is sent with every request (HTTP Basic) instead of being swapped for tokens. It lies where tokens lie, and renews itself by
 * being tried.
 */
final class StandingLogin {

    private static final String SCHEME = "Basic ";

    private StandingLogin() {}

    static Secret of(String name, Secret password) {
        byte[] both = (name + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Secret.of(SCHEME + Base64.getEncoder().encodeToString(both));
    }

    static boolean isOne(Secret kept) {
        return kept.reveal().startsWith(SCHEME);
    }

    /** Of the header {@code Authorization}. */
    static String header(Secret kept) {
        return isOne(kept) ? kept.reveal() : "Bearer " + kept.reveal();
    }
}
