package app.latchkey.connection;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Stops asking a partner that does not answer: one breaker for each host and one for each credential, so that neither one space's trouble
 * stops the others nor a dead host is asked by every space in turn.
 */
@Component
class Breakers {

    private static final Duration REST = Duration.ofSeconds(5);

    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(REST)
            .permittedNumberOfCallsInHalfOpenState(2)
            .automaticTransitionFromOpenToHalfOpenEnabled(false)
            .build());

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

    void answered(PartnerRequest request) {
        of(request).forEach(breaker -> breaker.onSuccess(0, TimeUnit.MILLISECONDS));
    }

    void failed(PartnerRequest request, Throwable failure) {
        of(request).forEach(breaker -> breaker.onError(0, TimeUnit.MILLISECONDS, failure));
    }

    private List<CircuitBreaker> of(PartnerRequest request) {
        return List.of(
                registry.circuitBreaker("host " + request.uri().getAuthority()),
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
