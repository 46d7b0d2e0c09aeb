package sandbox;

import app.latchkey.identity.SignInSessions;
import app.latchkey.identity.SignInShortcut;
import app.latchkey.look.Ribbon;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** What the product gets from the sandbox, and only there: a movable clock, a sign-in with one click, a ribbon. */
@Configuration(proxyBeanMethods = false)
public class SandboxProduct {

    @Bean
    @Primary
    Clock sandboxClock(Partners partners) {
        return partners.clock();
    }

    @Bean
    Ribbon sandboxRibbon() {
        return new Ribbon("Sandbox · no real doors");
    }

    @Bean
    FilterRegistrationBean<OneClickSignIn> oneClickSignIn(SignInSessions sessions) {
        FilterRegistrationBean<OneClickSignIn> door = new FilterRegistrationBean<>(new OneClickSignIn(sessions));
        door.addUrlPatterns(OneClickSignIn.PATH);
        door.setOrder(Integer.MIN_VALUE);
        return door;
    }

    @Bean
    SignInShortcut asOperator() {
        return shortcut("Ana, operator of both houses", PreparedWorld.ANA);
    }

    @Bean
    SignInShortcut asMember() {
        return shortcut("Marta, member of Harbour House", PreparedWorld.MARTA);
    }

    @Bean
    SignInShortcut asMemberOfTheLiveSpace() {
        return shortcut("Iker, member of Harbour North", PreparedWorld.IKER);
    }

    @Bean
    SignInShortcut asStaff() {
        return shortcut("Mia, staff", PreparedWorld.STAFF);
    }

    private static SignInShortcut shortcut(String label, String address) {
        return new Shortcut(label, OneClickSignIn.PATH + "?as=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private record Shortcut(String label, String url) implements SignInShortcut {}
}
