package app.latchkey.identity.ui;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The OpenID Connect providers that a deployment has configured for signing in; often none. */
@Component
class SignInProviders {

    private static final String OPENID = "openid";

    private final List<Provider> all;

    SignInProviders(ObjectProvider<ClientRegistrationRepository> registrations) {
        all = registrations.stream().flatMap(SignInProviders::listed).toList();
    }

    /** What its button says and opens. */
    record Provider(String label, String url) {}

    boolean any() {
        return !all.isEmpty();
    }

    List<Provider> all() {
        return all;
    }

    private static Stream<Provider> listed(ClientRegistrationRepository repository) {
        return repository instanceof Iterable<?> many
                ? StreamSupport.stream(many.spliterator(), false)
                        .filter(ClientRegistration.class::isInstance)
                        .map(ClientRegistration.class::cast)
                        .filter(one ->
                                one.getScopes() != null && one.getScopes().contains(OPENID))
                        .map(one -> new Provider(
                                "Sign in with " + one.getClientName(),
                                "/oauth2/authorization/" + one.getRegistrationId()))
                : Stream.empty();
    }
}
