package app.latchkey.connection;

import app.latchkey.shared.SpaceId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Stops asking a partner that does not answer: one breaker for each host and one for each credential, so that neither one space's trouble
 * stops the others nor a dead host is asked by every space in turn.
 */
@Component
class Breakers {

    private static final String HOST = "host ";
    private static final Duration REST = Duration.ofSeconds(3);
    /** The longer it was away, the less often it is asked; but whoever is back is noticed within a minute. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(20);

    /** By host, whose failure was counted last. */
    private final Map<String, String> failedLast = new ConcurrentHashMap<>();

    private final CircuitBreakerRegistry registry;

    Breakers(Clock clock) {
        registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(REST, 2, LONGEST_REST))
                .permittedNumberOfCallsInHalfOpenState(1)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .clock(clock)
                .build());
    }

    /** @throws PartnerFailure SILENT while a breaker is open */
    void beforeCalling(PartnerRequest request) {
        List<CircuitBreaker> both = of(request);
        if (!both.getFirst().tryAcquirePermission()) {
            throw resting(request.partner());
        }
        if (!both.getLast().tryAcquirePermission()) {
            both.getFirst().releasePermission();
            throw resting(request.partner());
        }
    }

    /** A person is waiting: what rests is asked now, instead of when its rest is over. Hosts and this space's credentials only. */
    void probe(SpaceId space) {
        registry.getAllCircuitBreakers().stream()
                .filter(breaker -> breaker.getState() == CircuitBreaker.State.OPEN)
                .filter(breaker ->
                        breaker.getName().startsWith(HOST) || breaker.getName().endsWith(" " + space))
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

    void answered(PartnerRequest request) {
        of(request).forEach(breaker -> breaker.onSuccess(0, TimeUnit.MILLISECONDS));
    }

    void failed(PartnerRequest request, Throwable failure) {
        CircuitBreaker host = of(request).getFirst();
        CircuitBreaker credential = of(request).getLast();
        if (saysSomethingOfTheHost(host, credential)) {
            host.onError(0, TimeUnit.MILLISECONDS, failure);
        } else {
            host.releasePermission();
        }
        credential.onError(0, TimeUnit.MILLISECONDS, failure);
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
        return List.of(
                registry.circuitBreaker(HOST + request.uri().getAuthority()),
                registry.circuitBreaker("credential " + request.credential()));
    }

    private static PartnerFailure resting(Partner partner) {
        return PartnerFailure.of(
                partner,
                PartnerFailure.Category.SILENT,
                partner.title() + " has not answered lately; we ask again in a few seconds.",
                REST);
    }
}
