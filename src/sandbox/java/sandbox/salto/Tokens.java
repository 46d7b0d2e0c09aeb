package sandbox.salto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import sandbox.http.Fields;
import sandbox.salto.SaltoState.Family;
import sandbox.salto.SaltoState.Login;
import sandbox.salto.SaltoState.Token;

/**
 * Issues and checks tokens. Access tokens live for an hour. A refresh token serves once: showing it a second time is
 * taken for theft and ends every token that came from the same consent.
 */
final class Tokens {
    static final Duration ACCESS = Duration.ofSeconds(3600);
    private static final Duration REFRESH = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SaltoState state;
    private final SaltoSettings settings;
    private final Clock clock;

    Tokens(SaltoState state, SaltoSettings settings, Clock clock) {
        this.state = state;
        this.settings = settings;
        this.clock = clock;
    }

    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    Fields issue(Family family, String clientId) {
        long now = now();
        state.accessTokens.values().removeIf(token -> token.expiresAt < now - 86_400);
        String access = accessToken(family, clientId, now);
        state.issued.add(access);
        state.accessTokens.put(access, new Token(family, now + ACCESS.toSeconds()));
        Fields answer = Fields.of(
                "access_token",
                access,
                "expires_in",
                ACCESS.toSeconds(),
                "token_type",
                "Bearer",
                "scope",
                family.scope);
        if (List.of(family.scope.split(" ", -1)).contains("offline_access")) {
            String refresh = random();
            state.issued.add(refresh);
            state.refreshTokens.put(refresh, new Token(family, now + REFRESH.toSeconds()));
            answer.with("refresh_token", refresh);
        }
        return answer;
    }

    /** What a refresh answers. */
    Fields renew(Family family, String clientId) {
        Fields answer = issue(family, clientId);
        if (!isRotating()) {
            answer.remove("refresh_token");
        }
        return answer;
    }

    private boolean isRotating() {
        return settings.refreshTokens == SaltoSettings.RefreshTokens.ROTATING;
    }

    /** The family that this refresh token may continue; the token is spent by asking. */
    Optional<Family> spendRefreshToken(String refreshToken) {
        Token token = state.refreshTokens.get(refreshToken);
        if (token == null || token.family.revoked || token.expiresAt <= now()) {
            return Optional.empty();
        }
        if (token.used) {
            token.family.revoked = true;
            return Optional.empty();
        }
        token.used = isRotating();
        return Optional.of(token.family);
    }

    Optional<Login> check(String accessToken) {
        Token token = state.accessTokens.get(accessToken);
        return token == null || token.family.revoked || token.expiresAt <= now()
                ? Optional.empty()
                : Optional.of(token.family.login);
    }

    void revokeAll() {
        state.accessTokens.values().forEach(token -> token.family.revoked = true);
        state.refreshTokens.values().forEach(token -> token.family.revoked = true);
    }

    void expireAccessTokens() {
        state.accessTokens.clear();
    }

    /** Looks like a JWT, with the claims that were seen; a client has to treat it as opaque. */
    private static String accessToken(Family family, String clientId, long now) {
        return SigningKey.sign(
                "at+jwt",
                Fields.of(
                        "aud",
                        "user_api",
                        "scope",
                        List.of(family.scope.split(" ", -1)),
                        "client_id",
                        clientId,
                        "sub",
                        subject(family.login),
                        "iat",
                        now,
                        "exp",
                        now + ACCESS.toSeconds(),
                        "jti",
                        random(),
                        "amr",
                        List.of("password"),
                        "tenant_id",
                        "sandbox",
                        "product_id",
                        "ks",
                        "identity_id",
                        subject(family.login)));
    }

    /** The identity's subject: another id than the platform user's. */
    static String subject(Login login) {
        return UUID.nameUUIDFromBytes(("identity " + login.username()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
