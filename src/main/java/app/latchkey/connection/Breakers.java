package app.latchkey.connection;

import app.latchkey.shared.SpaceId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Stops asking a partner that does not answer: one breaker for each host and one for each credential, so that neither one space's trouble
 * stops the others nor a dead host is asked by every space in turn.
 */
@Component
class Breakers {

    private static final Duration REST = Duration.ofSeconds(3);
    /** The longer it was away, the less often it is asked; but whoever is back is noticed within a minute. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(20);

    /** After a host's rest every credential may ask: whoever is left waiting for himself alone does not keep the others from it. */
    private static final int ASKED_AFTER_A_REST = 1_000;

    /** By host, whose failure was counted last. */
    private final Map<String, String> failedLast = new ConcurrentHashMap<>();
    /** By host, when it answered last. */
    private final Map<String, Instant> answeredLast = new ConcurrentHashMap<>();

    private final CircuitBreakerRegistry hosts;
    private final CircuitBreakerRegistry credentials;
    private final Clock clock;

    Breakers(Clock clock) {
        this.clock = clock;
        hosts = registry(clock, ASKED_AFTER_A_REST);
        credentials = registry(clock, 1);
    }

    private static CircuitBreakerRegistry registry(Clock clock, int askedAfterARest) {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(REST, 2, LONGEST_REST))
                .permittedNumberOfCallsInHalfOpenState(askedAfterARest)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .clock(clock)
                .build());
    }

    /** @throws PartnerFailure SILENT while a breaker is open */
    void beforeCalling(PartnerRequest request) {
        CircuitBreaker host = host(request);
        if (!host.tryAcquirePermission()) {
            throw resting(request.partner());
        }
        if (!credential(request).tryAcquirePermission()) {
            host.releasePermission();
            throw resting(request.partner());
        }
    }

    /** A person is waiting: what rests is asked now, instead of when its rest is over. Hosts and this space's credentials only. */
    void probe(SpaceId space) {
        Stream.concat(
                        hosts.getAllCircuitBreakers().stream(),
                        credentials.getAllCircuitBreakers().stream()
                                .filter(breaker -> breaker.getName().endsWith(" " + space)))
                .filter(breaker -> breaker.getState() == CircuitBreaker.State.OPEN)
                .forEach(CircuitBreaker::transitionToHalfOpenState);
    }

    /** Whether this node leaves the partner alone for now. */
    boolean isResting(PartnerRequest request) {
        return of(request).stream().anyMatch(breaker -> breaker.getState() == CircuitBreaker.State.OPEN);
    }

    /** Only a breaker says when a silent partner is asked again. Trying at once would wait for it, request by request. */
    static boolean isRest(PartnerFailure failure) {
        return failure.is(PartnerFailure.Category.SILENT)
                && failure.retryAfter().isPresent();
    }

    void notCalled(PartnerRequest request) {
        of(request).forEach(CircuitBreaker::releasePermission);
    }

    /** One answer shows that the host is back. */
    void answered(PartnerRequest request) {
        CircuitBreaker host = host(request);
        answeredLast.put(host.getName(), clock.instant());
        if (host.getState() == CircuitBreaker.State.CLOSED) {
            host.onSuccess(0, TimeUnit.MILLISECONDS);
        } else {
            host.transitionToClosedState();
        }
        credential(request).onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /** @param asked when the call began */
    void failed(PartnerRequest request, Instant asked, Throwable failure) {
        CircuitBreaker host = host(request);
        CircuitBreaker credential = credential(request);
        if (isThere(host, asked) || !saysSomethingOfTheHost(host, credential)) {
            host.releasePermission();
        } else if (host.getState() == CircuitBreaker.State.HALF_OPEN) {
            host.transitionToOpenState();
        } else {
            host.onError(0, TimeUnit.MILLISECONDS, failure);
        }
        credential.onError(0, TimeUnit.MILLISECONDS, failure);
    }

    /** Who has answered anybody since is not away, however many others he leaves waiting. */
    private boolean isThere(CircuitBreaker host, Instant asked) {
        return Optional.ofNullable(answeredLast.get(host.getName()))
                .filter(answered -> answered.isAfter(asked) && !answered.isAfter(clock.instant()))
                .isPresent();
    }

    /** What fails for one credential again and again is that one's trouble; a host is away when it fails for several. */
    private boolean saysSomethingOfTheHost(CircuitBreaker host, CircuitBreaker credential) {
        if (host.getState() != CircuitBreaker.State.CLOSED) {
            return true;
        }
        return credential.getState() == CircuitBreaker.State.CLOSED
                && !credential.getName().equals(failedLast.put(host.getName(), credential.getName()));
    }

    private List<CircuitBreaker> of(PartnerRequest request) {
        return List.of(host(request), credential(request));
    }

    private CircuitBreaker host(PartnerRequest request) {
        return hosts.circuitBreaker(request.uri().getAuthority());
    }

    private CircuitBreaker credential(PartnerRequest request) {
        return credentials.circuitBreaker(request.credential());
    }

    private static PartnerFailure resting(Partner partner) {
        return PartnerFailure.of(
                partner,
                PartnerFailure.Category.SILENT,
                partner.title() + " has not answered lately; we ask again in a few seconds.",
                REST);
    }
}
