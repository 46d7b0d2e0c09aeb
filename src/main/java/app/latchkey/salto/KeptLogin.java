package app.latchkey.salto;

import app.latchkey.shared.Secret;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A dedicated administrator's login, kept sealed where a refresh token would lie: the password grant gives none, so the next access token is
 * asked for with the login itself.
 */
record KeptLogin(String user, Secret password) {

    Secret sealed() {
        return Secret.of(Wire.object()
                .put("user", user)
                .put("password", password.reveal())
                .toString());
    }

    /** Empty when it is a refresh token of Salto's. */
    static Optional<KeptLogin> in(Secret kept) {
        if (!kept.reveal().startsWith("{")) {
            return Optional.empty();
        }
        JsonNode login = Wire.tree(kept.reveal());
        return Optional.of(new KeptLogin(Wire.required(login, "user"), Secret.of(Wire.required(login, "password"))));
    }
}
