package sandbox;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import sandbox.partners.Partners;

/** What the product gets from the sandbox, and only there: its movable clock. */
@Configuration(proxyBeanMethods = false)
public class SandboxProduct {

    @Bean
    @Primary
    Clock sandboxClock(Partners partners) {
        return partners.clock();
    }
}
