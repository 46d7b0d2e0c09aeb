package app.latchkey.identity.ui;

import static org.springframework.security.config.Customizer.withDefaults;

import app.latchkey.identity.SignInSessions;
import app.latchkey.identity.SignInShortcut;
import app.latchkey.space.LatchkeySettings;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may reach what over the web: machines by their own signature, health on its own port, everything else after signing in. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class WebSecurity {

    /** One for the whole JVM: each further context would otherwise take the signed-in user away from the ones before. */
    private static final SecurityContextHolderStrategy JVM_WIDE = new VaadinAwareSecurityContextHolderStrategy();

    private static final String[] STATIC = {
        "/styles/**", "/parts/**", "/icons/**", "/favicon.ico", "/doors-worker.js", "/doors-offline.html"
    };

    @Bean
    SecurityContextHolderStrategy securityContextHolderStrategy() {
        return JVM_WIDE;
    }

    /** Nobody signs in by password, and no user is invented at start. */
    @Bean
    AuthenticationManager nobodyByPassword() {
        return attempt -> {
            throw new BadCredentialsException("Nobody signs in by password here");
        };
    }

    /** What each filter of each chain takes is measured by nobody, and would cost more than most of them do. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Nexudus calls these; the signature or bearer is checked where they are answered. Nobody is signed in here and nothing of them is kept, so that
     * what could look for that is left out: five hundred calls a second go this way.
     */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return http.securityMatcher("/hooks/**", "/acs/**")
                .anonymous(anonymous -> anonymous.disable())
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(failures -> failures.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .servletApi(servlet -> servlet.disable())
                .sessionManagement(session -> session.disable())
                .headers(WebSecurity::headers)
                .build();
    }

    /** Health and metrics, on the management port, which listens on loopback unless a deployment says otherwise. */
    @Bean
    @Order(2)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .headers(WebSecurity::headers)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInSessions sessions,
            ObjectProvider<SignInShortcut> shortcuts,
            SignInProviders providers,
            ProviderSignIn providerSignIn)
            throws Exception {
        String[] open = shortcuts.stream()
                .map(shortcut -> URI.create(shortcut.url()).getPath())
                .toArray(String[]::new);
        http.authorizeHttpRequests(requests -> {
            // Without it a refusal loses its status on the way through the error page.
            requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
            requests.requestMatchers(STATIC).permitAll();
            requests.requestMatchers(FinishSignIn.PATH).permitAll();
            requests.requestMatchers(open).permitAll();
            // A member's doors without Vaadin, which would guard the page itself.
            requests.requestMatchers("/doors/plain").authenticated();
            // Salto sends the operator back here; the state it carries says for which space.
            requests.requestMatchers("/connect/salto/callback").authenticated();
            // Nexudus sends whoever installs our app here, who may have to sign in first; the address is signed.
            requests.requestMatchers("/connect/nexudus/install").permitAll();
        });
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(SignInView.class, "/sign-in")
                        .addLogoutHandler((request, response, user) -> sessions.forgetDevice(request, response)));
        if (providers.any()) {
            http.oauth2Login(login -> login.loginPage("/sign-in").successHandler(providerSignIn));
        }
        return http.addFilterBefore(new RememberedDevice(sessions), AnonymousAuthenticationFilter.class)
                .headers(WebSecurity::headers)
                .build();
    }

    /** The session's cookie belongs to this host alone where there is TLS; browsers refuse that prefix without it. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(LatchkeySettings settings) {
        boolean secure = "https".equals(settings.publicUrl().getScheme());
        return server -> server.addInitializers(context -> {
            context.getSessionCookieConfig().setName((secure ? "__Host-" : "") + "latchkey");
            context.getSessionCookieConfig().setPath("/");
            context.getSessionCookieConfig().setSecure(secure);
        });
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(frame -> frame.deny())
                .contentTypeOptions(withDefaults())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .contentSecurityPolicy(content -> content.policyDirectives(ContentSecurity.WITHOUT_SCRIPT));
    }
}
