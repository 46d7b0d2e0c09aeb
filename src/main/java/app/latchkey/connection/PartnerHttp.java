package app.latchkey.connection;

import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Speaks HTTP with both partners: within the credential's budget, behind breakers, with time-outs, without redirects, and with a limit on
 * how much is read. Throttled requests wait and try again, at most three times in all, and all others of the same credential wait with them; reads
 * are tried again also after an error of the partner's.
 */
@Component
public class PartnerHttp {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(400);
    private static final String REQUEST_ID = "X-Request-Id";
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final Budgets budgets;
    private final Pacing pacing;
    private final Breakers breakers;
    private final Clock clock;
    private final ClientHttpRequestFactory requests;
    private final RestClient client;

    PartnerHttp(Budgets budgets, Pacing pacing, Breakers breakers, Clock clock) {
        this.budgets = budgets;
        this.pacing = pacing;
        this.breakers = breakers;
        this.clock = clock;
        this.requests = requests();
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    private static ClientHttpRequestFactory requests() {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(READ);
        return factory;
    }

    /** The same connections and time-outs, for Spring Security's token clients. */
    public ClientHttpRequestFactory requestFactory() {
        return requests;
    }

    /**
     * Any answer below 500 that is no throttle; the caller knows what it means. What changes something is sent only where it may be
     * ({@link PartnerCalls}), each time.
     *
     * @throws PartnerFailure THROTTLED or SILENT
     */
    public PartnerAnswer send(PartnerRequest request) {
        return PartnerWait.during(() -> tried(request));
    }

    /**
     * The same, tried once and never held back: for whoever keeps something locked meanwhile, and may do so for a time that is known. It asks for
     * tokens, which change nothing at a door.
     *
     * @throws PartnerFailure THROTTLED or SILENT
     */
    public PartnerAnswer sendOnce(PartnerRequest request) {
        return PartnerWait.during(() -> once(request, () -> {}));
    }

    /**
     * A request that another client makes, with {@link #requestFactory}: behind the same breakers.
     *
     * @param call fails with SILENT where the partner did not answer
     * @throws PartnerFailure what the call fails with; SILENT, without a call, while a breaker is open
     */
    public <T> T guarded(PartnerRequest request, Supplier<T> call) {
        return PartnerWait.during(() -> {
            breakers.beforeCalling(request);
            return counted(request, call);
        });
    }

    private PartnerAnswer tried(PartnerRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(request, () -> requireMaySend(request));
            } catch (PartnerFailure failure) {
                Duration wait = waitBefore(attempt, failure);
                boolean mayTry = failure.is(Category.THROTTLED) || request.isRead() && !Breakers.isRest(failure);
                if (!mayTry || attempt == TRIES || wait.compareTo(Pacing.LONGEST_WAIT) > 0) {
                    throw failure;
                }
                sleep(request.partner(), wait);
            }
        }
    }

    /** What the partner asked for, and up to as much again at random, so that those who were refused together do not return together. */
    private static Duration waitBefore(int attempt, PartnerFailure failure) {
        long most = FIRST_WAIT.multipliedBy(1L << attempt).toMillis();
        return failure.retryAfter()
                .orElse(Duration.ZERO)
                .plusMillis(ThreadLocalRandom.current().nextLong(most));
    }

    /** Asks a resting partner at the next request, because a person wants to know now. */
    public void probe(SpaceId space) {
        breakers.probe(space);
    }

    private static void requireMaySend(PartnerRequest request) {
        if (!request.isRead()) {
            PartnerCalls.requireMayChange();
        }
    }

    /** @param requireMaySend asked after all waiting */
    private PartnerAnswer once(PartnerRequest request, Runnable requireMaySend) {
        breakers.beforeCalling(request);
        try {
            waitForBudget(request);
            requireMaySend.run();
        } catch (RuntimeException failure) {
            breakers.notCalled(request);
            throw failure;
        }
        return counted(request, () -> checked(request, exchange(request)));
    }

    private void waitForBudget(PartnerRequest request) {
        try {
            pacing.await(request);
        } catch (InterruptedException e) {
            throw interrupted(request.partner(), e);
        }
    }

    private <T> T counted(PartnerRequest request, Supplier<T> call) {
        Instant asked = clock.instant();
        try {
            T answer = call.get();
            breakers.answered(request);
            return answer;
        } catch (PartnerFailure failure) {
            if (failure.is(Category.THROTTLED)) {
                breakers.answered(request);
                budgets.rest(request, failure.retryAfter().orElse(Duration.ZERO));
            } else {
                breakers.failed(request, asked, failure);
            }
            throw failure;
        } catch (RuntimeException failure) {
            breakers.failed(request, asked, failure);
            throw failure;
        }
    }

    private PartnerAnswer exchange(PartnerRequest request) {
        String requestId = UUID.randomUUID().toString();
        long began = System.nanoTime();
        int status = 0;
        try {
            PartnerAnswer answer = exchange(request, requestId);
            status = answer.status();
            return answer;
        } finally {
            long millis = (System.nanoTime() - began) / 1_000_000;
            PartnerCalls.tell(new PartnerCall(
                    request.partner(), request.method().name(), request.uri().getPath(), status, millis, requestId));
        }
    }

    private PartnerAnswer exchange(PartnerRequest request, String requestId) {
        RestClient.RequestBodySpec spec = client.method(request.method())
                .uri(request.uri())
                .headers(headers -> request.headers().forEach(headers::set))
                .header(REQUEST_ID, requestId)
                .header(HttpHeaders.ACCEPT, "application/json");
        request.body().ifPresent(text -> spec.body(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return spec.exchangeForRequiredValue((sent, response) -> read(response));
        } catch (ResourceAccessException e) {
            throw silent(request.partner(), e);
        }
    }

    private PartnerAnswer read(ClientHttpResponse response) throws IOException {
        try (InputStream body = response.getBody()) {
            byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw new IOException("The answer is larger than " + LARGEST_BODY + " bytes");
            }
            return new PartnerAnswer(
                    response.getStatusCode().value(),
                    new String(bytes, StandardCharsets.UTF_8),
                    RetryAfter.in(response.getHeaders(), clock.instant()));
        }
    }

    /** Nexudus throttles with 409, which is no conflict there. After a 503 a write may have been done all the same. */
    private static PartnerAnswer checked(PartnerRequest request, PartnerAnswer answer) {
        boolean throttled = answer.status() == 429
                || answer.status() == 503
                        && request.isRead()
                        && answer.retryAfter().isPresent()
                || answer.status() == 409 && request.partner() == Partner.NEXUDUS;
        if (throttled) {
            throw PartnerFailure.throttled(
                    request.partner(), answer.retryAfter().orElse(Duration.ofSeconds(1)));
        }
        if (answer.status() >= 500) {
            throw PartnerFailure.of(
                    request.partner(),
                    Category.SILENT,
                    request.partner().title() + " answered with an error of its own (" + answer.status() + ").");
        }
        return answer;
    }

    private static PartnerFailure silent(Partner partner, Exception origin) {
        return PartnerFailure.of(partner, Category.SILENT, partner.title() + " did not answer.", origin);
    }

    private static void sleep(Partner partner, Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(partner, e);
        }
    }

    private static PartnerFailure interrupted(Partner partner, InterruptedException origin) {
        Thread.currentThread().interrupt();
        return silent(partner, origin);
    }
}
