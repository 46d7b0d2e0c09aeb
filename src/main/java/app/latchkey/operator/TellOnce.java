package app.latchkey.operator;

import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.operator.AlertRule.Step;
import app.latchkey.shared.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Does what follows from a look. It is kept before it is sent, so that the next look, on whichever node, sends what a mail server did not take or
 * a node did not come to; that nobody gets a mail twice is seen to by {@link Notices}.
 */
@Component
class TellOnce {

    /** Later than that the end of a trouble is no news any more. */
    private static final Duration IS_NEWS_FOR = Duration.ofDays(1);

    private final Notices notices;

    /** What this node need not try again: by whom it concerns, the last notice that everybody has. */
    private final Map<String, String> had = new ConcurrentHashMap<>();

    TellOnce(Notices notices) {
        this.notices = notices;
    }

    /** Who is told of something, and what of it is kept. */
    interface Audience {

        /** Unique among all: a space's id, a cause. */
        String name();

        Collection<EmailAddress> people();

        /** False when another node keeps another. */
        boolean keep(Alert alert);

        void forget();

        Notice begins(String once, Alert alert);

        Notice ends(String once, Alert alert, Instant over);
    }

    void take(Step step, Optional<Alert> kept, Audience audience, Instant now) {
        switch (step) {
            case Step.Keep(Alert alert) -> keep(alert, kept, audience);
            case Step.Tell(Alert alert) -> {
                if (keep(alert, kept, audience)) {
                    begin(alert, audience);
                }
            }
            case Step.End(Alert alert) -> {
                if (end(alert, alert.over().orElse(now), audience) || isOld(alert, now)) {
                    forget(audience);
                }
            }
            case Step.Forget _ -> kept.ifPresent(_ -> forget(audience));
        }
    }

    private static boolean keep(Alert alert, Optional<Alert> kept, Audience audience) {
        return kept.filter(alert::equals).isPresent() || audience.keep(alert);
    }

    private void begin(Alert alert, Audience audience) {
        String once = begun(alert, alert.cause().key(), audience);
        if (!once.equals(had.get(audience.name()))
                && notices.sendToAll(audience.people(), audience.begins(once, alert))) {
            had.put(audience.name(), once);
        }
    }

    /** To those who were told that it began; whether all of them have it. */
    private boolean end(Alert alert, Instant over, Audience audience) {
        List<EmailAddress> told = audience.people().stream()
                .filter(one ->
                        alert.told().stream().anyMatch(cause -> notices.got(one, begun(alert, cause.key(), audience))))
                .toList();
        String once = "over:%s:%s:%s".formatted(audience.name(), alert.seen(), over);
        return notices.sendToAll(told, audience.ends(once, alert, over));
    }

    private static boolean isOld(Alert alert, Instant now) {
        return alert.over().filter(over -> over.plus(IS_NEWS_FOR).isBefore(now)).isPresent();
    }

    private void forget(Audience audience) {
        had.remove(audience.name());
        audience.forget();
    }

    private static String begun(Alert alert, String cause, Audience audience) {
        return "alert:%s:%s:%s".formatted(audience.name(), alert.seen(), cause);
    }
}
