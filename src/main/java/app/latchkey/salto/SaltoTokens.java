package app.latchkey.salto;

import app.latchkey.connection.Foreign;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerHttp;
import app.latchkey.connection.PartnerRequest;
import app.latchkey.connection.TokenRefresher;
import app.latchkey.connection.Tokens;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/** Salto's identity server, through Spring Security's OAuth client: who we are there, and exchanging codes and refresh tokens. */
@Component
class SaltoTokens implements TokenRefresher {

    /** Where Salto sends the browser back to; has to be registered with Salto for this deployment. */
    static final String CALLBACK = "/connect/salto/callback";

    private static final Duration USUAL_LIFE = Duration.ofHours(1);

    private final String redirectUri;
    private final String authorizationUri;
    private final URI tokenUri;
    private final ClientRegistration registration;
    private final PartnerHttp http;
    private final PasswordGrant passwords;
    private final RestClientAuthorizationCodeTokenResponseClient codes =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final RestClientRefreshTokenTokenResponseClient refreshes = new RestClientRefreshTokenTokenResponseClient();

    SaltoTokens(LatchkeySettings settings, PartnerHttp http, PasswordGrant passwords) {
        this.http = http;
        this.passwords = passwords;
        redirectUri = settings.publicUrl() + CALLBACK;
        authorizationUri = settings.saltoIdentityUrl() + "/connect/authorize";
        tokenUri = settings.saltoTokenUrl();
        registration = registration(settings);
        RestClient client = RestClient.builder()
                .requestFactory(http.requestFactory())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
        codes.setRestClient(client);
        refreshes.setRestClient(client);
    }

    /** The endpoints are named, not discovered: Salto's discovery has been seen to be away for hours. */
    private ClientRegistration registration(LatchkeySettings settings) {
        return ClientRegistration.withRegistrationId("salto")
                .clientId(settings.saltoClientId())
                .clientSecret(settings.saltoClientSecret().reveal())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(authorizationUri)
                .tokenUri(tokenUri.toString())
                .redirectUri(redirectUri)
                .scope(settings.assumed(Assumption.SALTO_SCOPE).split(" ", -1))
                .build();
    }

    String redirectUri() {
        return redirectUri;
    }

    String authorizationUri() {
        return authorizationUri;
    }

    ClientRegistration registration() {
        return registration;
    }

    @Override
    public Partner partner() {
        return Partner.SALTO;
    }

    Tokens exchange(OAuth2AuthorizationExchange consent) {
        return answered(() -> codes.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(registration, consent)));
    }

    @Override
    public Tokens refresh(SpaceId space, String clientId, Secret refreshToken) {
        Optional<KeptLogin> login = KeptLogin.in(refreshToken);
        return login.isPresent() ? signedInAgain(space, login.get()) : refreshed(space, refreshToken);
    }

    /** As somebody at a browser would: the login is a dedicated administrator's. */
    Tokens signIn(SpaceId space, KeptLogin login) {
        return passwords.signIn(credential(space), login);
    }

    private static String credential(SpaceId space) {
        return "salto token " + space;
    }

    private Tokens signedInAgain(SpaceId space, KeptLogin login) {
        try {
            return signIn(space, login);
        } catch (PartnerFailure failure) {
            throw failure.is(Category.WRONG_LOGIN)
                    ? PartnerFailure.needsSignIn(Partner.SALTO, failure.words())
                    : failure;
        }
    }

    private Tokens refreshed(SpaceId space, Secret refreshToken) {
        Instant past = Instant.EPOCH;
        OAuth2AccessToken old =
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "spent", past, past.plusSeconds(1));
        OAuth2RefreshToken refresh = new OAuth2RefreshToken(refreshToken.reveal(), past);
        PartnerRequest request = PartnerRequest.of(Partner.SALTO, credential(space), HttpMethod.POST, tokenUri);
        return http.guarded(
                request,
                () -> answered(() ->
                        refreshes.getTokenResponse(new OAuth2RefreshTokenGrantRequest(registration, old, refresh))));
    }

    private static Tokens answered(Supplier<OAuth2AccessTokenResponse> call) {
        try {
            OAuth2AccessTokenResponse answer = call.get();
            if (!Foreign.isToken(answer.getAccessToken().getTokenValue())) {
                throw Wire.unreadable(null);
            }
            return new Tokens(
                    Secret.of(answer.getAccessToken().getTokenValue()),
                    lifetime(answer.getAccessToken()),
                    Optional.ofNullable(answer.getRefreshToken()).map(token -> Secret.of(token.getTokenValue())));
        } catch (OAuth2AuthorizationException e) {
            throw refused(e);
        } catch (ResourceAccessException e) {
            throw PartnerFailure.of(Partner.SALTO, Category.SILENT, "Salto KS's sign-in service did not answer.", e);
        }
    }

    /** As long as Salto says, counted by our own clock later: only the difference is taken from here. */
    private static Duration lifetime(OAuth2AccessToken token) {
        Instant issued = token.getIssuedAt();
        Instant expires = token.getExpiresAt();
        return issued == null || expires == null || !issued.isBefore(expires)
                ? USUAL_LIFE
                : Duration.between(issued, expires);
    }

    /** Spring reads the error of a 400 only; a client that is not known is refused with 401. */
    private static String code(OAuth2AuthorizationException e) {
        return e.getCause() instanceof RestClientResponseException answer
                ? Wire.oauthError(answer.getResponseBodyAsString())
                : e.getError().getErrorCode();
    }

    static PartnerFailure misconfigured() {
        return PartnerFailure.of(
                Partner.SALTO,
                Category.MISCONFIGURED,
                "Salto KS does not know this Latchkey: its client id or secret may belong to another Salto installation.");
    }

    private static PartnerFailure refused(OAuth2AuthorizationException e) {
        return switch (code(e)) {
            case "invalid_grant" ->
                PartnerFailure.of(
                        Partner.SALTO,
                        Category.NEEDS_SIGN_IN,
                        "Salto KS no longer accepts our access: it was withdrawn, or has lapsed.",
                        e);
            case "invalid_client", "invalid_scope", "unauthorized_client" -> misconfigured();
            default -> inTrouble(e);
        };
    }

    /** The whole service was seen to answer 404 for hours. */
    static PartnerFailure inTrouble(@Nullable Exception origin) {
        String words = "Salto KS's sign-in service answered with an error.";
        return origin == null
                ? PartnerFailure.of(Partner.SALTO, Category.SILENT, words)
                : PartnerFailure.of(Partner.SALTO, Category.SILENT, words, origin);
    }
}
