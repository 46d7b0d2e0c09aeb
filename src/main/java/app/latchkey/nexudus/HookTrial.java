package app.latchkey.nexudus;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Calls our own hook at its public address, signed with the space's secret, and looks whether that has come in here. Nexudus cannot be asked for a
 * test call; this finds out what keeps its calls away most often: a wrong public address, a proxy that does not let them through.
 */
@Component
class HookTrial {

    private static final Logger LOG = LoggerFactory.getLogger(HookTrial.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOBODY = "[{}]";

    private final Hooks hooks;
    private final LatchkeySettings settings;
    private final Clock clock;
    private final Duration patience;
    private final RestClient client;

    @Autowired
    HookTrial(Hooks hooks, LatchkeySettings settings, Clock clock) {
        this(hooks, settings, clock, PATIENCE);
    }

    /** @param patience how long an answer is waited for */
    HookTrial(Hooks hooks, LatchkeySettings settings, Clock clock, Duration patience) {
        this.hooks = hooks;
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(patience);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    TestMessage run(SpaceId space) {
        Hooks.Hook hook = hooks.of(space);
        Instant asked = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long began = System.nanoTime();
        try {
            client.post()
                    .uri(URI.create(hook.address(settings.publicUrl(), HookAction.TEST.number())))
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("X-Nexudus-Hook-Signature", HookSignature.of(NOBODY, hook.secret()))
                    .body(NOBODY)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException away) {
            LOG.warn(
                    "The test message for a hook did not get through: {}",
                    away.getClass().getSimpleName());
            return became(away);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return hooks.heardAt(space)
                .filter(heard -> !heard.isBefore(asked))
                .<TestMessage>map(heard -> new TestMessage.Arrived(took))
                .orElseGet(TestMessage.Astray::new);
    }

    private TestMessage became(RestClientException away) {
        if (away instanceof RestClientResponseException) {
            return new TestMessage.Astray();
        }
        return away.getCause() instanceof HttpTimeoutException
                ? new TestMessage.Unanswered(patience)
                : new TestMessage.Unreachable();
    }
}
