package app.latchkey.sync.work;

import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.EachSpace;
import app.latchkey.sync.Ticked;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps every space's connections alive, also of those that are watching, paused or half connected and ask for nothing else: Nexudus forgets
 * whoever is silent for fifteen days.
 */
@Component
class KeepConnected {

    private static final Logger LOG = LoggerFactory.getLogger(KeepConnected.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final AccessTokens tokens;
    private final EachSpace each;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    KeepConnected(AccessTokens tokens, EachSpace each) {
        this.tokens = tokens;
        this.each = each;
    }

    @EventListener
    void on(Ticked tick) {
        Instant before = last.get();
        boolean due = !tick.at().isBefore(before.plus(EVERY)) || tick.at().isBefore(before);
        if (due && last.compareAndSet(before, tick.at())) {
            Thread.ofVirtual().name("keep-connected").start(this::keepAll);
        }
    }

    void keepAll() {
        for (Partner partner : Partner.values()) {
            each.serve("connections", _ -> true, space -> keep(space.id(), partner));
        }
    }

    /** A connection that is found dead says so by itself; one partner's trouble stops nobody else. */
    private void keep(SpaceId space, Partner partner) {
        try {
            tokens.keepAlive(space, partner);
        } catch (PartnerFailure failure) {
            LOG.info("The connection of space {} to {}: {}", space, partner, failure.category());
        }
    }
}
