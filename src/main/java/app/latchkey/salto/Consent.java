package app.latchkey.salto;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.Tokens;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.stereotype.Service;

/** The OAuth consent of a Salto account: sends the browser there, and turns what it brings back into a connection. */
@Service
class Consent {

    private static final int STATE_BYTES = 32;

    /** How a consent ended. */
    enum Ending {
        OK,
        DENIED,
        /** Salto did not answer, or not so that it could be read: another try may work. */
        SILENT,
        /** Salto does not know this deployment. */
        MISCONFIGURED,
        FAILED
    }

    /** @param space empty when the state is unknown, spent or somebody else's: then nobody knows where to go back to */
    record Finished(Optional<SpaceId> space, Ending ending) {}

    private static final Logger LOG = LoggerFactory.getLogger(Consent.class);

    private final SaltoTokens tokens;
    private final Consents consents;
    private final Connections connections;
    private final SaltoAccount account;
    private final SecureRandom random = new SecureRandom();

    Consent(SaltoTokens tokens, Consents consents, Connections connections, SaltoAccount account) {
        this.tokens = tokens;
        this.consents = consents;
        this.connections = connections;
        this.account = account;
    }

    URI begin(SpaceId space, AccountId owner) {
        String state = randomText();
        OAuth2AuthorizationRequest.Builder request = request(state, tokens.redirectUri());
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
        OAuth2AuthorizationRequest built = request.build();
        consents.remember(state, new Consents.Pending(space, owner, verifier(built), tokens.redirectUri()));
        return URI.create(built.getAuthorizationRequestUri());
    }

    private OAuth2AuthorizationRequest.Builder request(String state, String redirectUri) {
        OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode();
        request.clientId(tokens.registration().getClientId())
                .authorizationUri(tokens.authorizationUri())
                .redirectUri(redirectUri)
                .scopes(tokens.registration().getScopes())
                .state(state);
        return request;
    }

    private static Secret verifier(OAuth2AuthorizationRequest request) {
        Object verifier = request.getAttribute(PkceParameterNames.CODE_VERIFIER);
        return Secret.of(String.valueOf(verifier));
    }

    /**
     * What Salto's page sent back. Whoever brings it has to be the account that began: otherwise somebody could be led to connect their
     * Salto account to a stranger's space.
     */
    Finished finish(String state, Optional<String> code, Optional<String> error, Optional<AccountId> caller) {
        Optional<Consents.Taken> found = consents.take(state)
                .filter(taken -> caller.equals(Optional.of(taken.pending().account())));
        if (found.isEmpty()) {
            return new Finished(Optional.empty(), Ending.FAILED);
        }
        Consents.Pending pending = found.get().pending();
        Ending ending = found.get().inTime() ? end(state, pending, code, error) : Ending.FAILED;
        return new Finished(Optional.of(pending.space()), ending);
    }

    private Ending end(String state, Consents.Pending pending, Optional<String> code, Optional<String> error) {
        if (code.isEmpty()) {
            return error.filter("access_denied"::equals).isPresent() ? Ending.DENIED : Ending.FAILED;
        }
        try {
            Tokens fresh = tokens.exchange(exchange(state, pending, code.get()));
            connections.connected(pending.space(), Partner.SALTO, fresh, "Salto KS account");
            account.name(pending.space())
                    .ifPresent(name -> connections.connected(pending.space(), Partner.SALTO, fresh, name));
            return Ending.OK;
        } catch (PartnerFailure failure) {
            LOG.warn("The sign-in at Salto for space {} did not finish: {}", pending.space(), failure.words());
            return ending(failure);
        }
    }

    private static Ending ending(PartnerFailure failure) {
        return switch (failure.category()) {
            case CONSENT_DENIED -> Ending.DENIED;
            case SILENT, UNREADABLE, THROTTLED -> Ending.SILENT;
            case MISCONFIGURED -> Ending.MISCONFIGURED;
            default -> Ending.FAILED;
        };
    }

    private OAuth2AuthorizationExchange exchange(String state, Consents.Pending pending, String code) {
        OAuth2AuthorizationRequest.Builder request = request(state, pending.redirectUri());
        request.attributes(
                Map.of(PkceParameterNames.CODE_VERIFIER, pending.verifier().reveal()));
        return new OAuth2AuthorizationExchange(
                request.build(),
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(pending.redirectUri())
                        .state(state)
                        .build());
    }

    private String randomText() {
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
